"""Sentences that are easily misread: each gives a true label, or none."""

from __future__ import annotations

import pytest

from wire import labels

LABELS = {
    "The Prime Minister, Olaf Berg, said in May that Ardal was not ready.": (
        "The Prime Minister, Olaf Berg, said that Ardal was not ready"
    ),
    "Ann Lee said those leaving the port of Ardal were safe.": (
        "Ann Lee said those leaving the port of Ardal were safe"
    ),
    "Officials said notes from Lee, Berg and Falk were found in the hold on Monday.": (
        "notes from Lee, Berg and Falk were found in the hold"
    ),
    "The mayor Olaf Berg called the speech on 9/11 a “sad day” for the town.": (
        "The mayor Olaf Berg called the speech on 9/11 a “sad day” for the town"
    ),
    "Lund Water sold ten faulty pumps in its yearly Pump Tuesday sale.": (
        "Lund Water sold ten faulty pumps in its yearly Pump Tuesday sale"
    ),
    "Olaf Berg was arrested at the Ardal pier around 9.35am.": (
        "Olaf Berg was arrested at the Ardal pier"
    ),
    "Ann Lee said in May that the town was wrong to sell the port of Ardal.": (
        "Ann Lee said that the town was wrong to sell the port of Ardal"
    ),
    "Ann Lee told guards Wednesday that she does not see a way out.": (
        "Ann Lee told guards that she does not see a way out"
    ),
    "The Courier asked Ann Lee, who is fourth in the count of the north, to lay out her plan.": (
        "The Courier asked Ann Lee, who is fourth in the count of the north, to lay out her plan"
    ),
    "The rebel group Norden attacked the port of Ardal in May.": (
        "The rebel group Norden attacked the port of Ardal"
    ),
    "Sen. Olaf Berg managed to end, at least for now, the strike that has closed the port.": (
        "Sen. Olaf Berg managed to end, at least for now, the strike that has closed the port"
    ),
    "Berg built his firm on old-fashioned, methodical work coupled with good tools.": (
        "Berg built his firm on old-fashioned, methodical work coupled with good tools"
    ),
    "A man accused of robbing two guards was jailed on Monday.": (
        "A man accused of robbing two guards was jailed"
    ),
    "Olaf Berg, fired on June 8, is seeking money from the port of Ardal.": (
        "Olaf Berg is seeking money from the port of Ardal"
    ),
    "The car of the thief was described as a silver 2007 Lund with a torn roof.": (
        "The car of the thief was described as a silver 2007 Lund with a torn roof"
    ),
    "Olaf Berg, 59, of Elsby, had just closed his mill around 9 a.m. Monday at 97th Street and "
    "Mill Road in the north of Ardal when the storm came, which then broke the dam, guards said.": (
        "Olaf Berg had just closed his mill"
    ),
    "Around a third of the houses in Ardal were destroyed.": (
        "Around a third of the houses in Ardal were destroyed"
    ),
    "The dam, built in 1960, burst on Monday after a week of rain.": (
        "The dam burst after a week of rain"
    ),
    "Rebels set fire to the hall on Monday.": "Rebels set fire to the hall",
    "The flood was blamed on a dam that burst.": "The flood was blamed on a dam that burst",
    "Gunmen opened fire on a crowd outside a hall in Ardal, killing at least five people.": (
        "Gunmen opened fire on a crowd outside a hall in Ardal, killing at least five people"
    ),
    "A bus hit a wall in Ardal on Monday, injuring 20 sailors and blocking the road.": (
        "A bus hit a wall in Ardal, injuring 20 sailors"
    ),
    "The port sold its ferries on Monday, ending a trade of 40 years.": (
        "The port sold its ferries, ending a trade of 40 years"
    ),
    "Olaf Berg left the port - built by his father in 1990 - on Monday.": "Olaf Berg left the port",
    "The board - in which two sailors sit - has sold the port of Ardal.": (
        "The board has sold the port of Ardal"
    ),
    "May 5 - A tug begins to tow a dome to the site of the leak.": (
        "A tug begins to tow a dome to the site of the leak"
    ),
    "Olaf Berg, whose ratings were hurt by the flood, welcomed the new dam on Monday.": (
        "Olaf Berg welcomed the new dam"
    ),
    "The trial of Olaf Berg began on Monday.": "The trial of Olaf Berg began",
    "Voting in Ardal starts on Monday.": "Voting in Ardal starts",
    "The council of Ardal closed all schools because of the new fever on Monday.": (
        "The council of Ardal closed all schools because of the new fever"
    ),
    "Seven more people were treated for the new fever in the city on Monday.": (
        "Seven more people were treated for the new fever"
    ),
    "The council of Ardal canceled classes for thousands of children in the city on Monday.": (
        "The council of Ardal canceled classes for thousands of children in the city"
    ),
    "Police did not stop Olaf Berg from leaving the port, but two guards followed his boat.": (
        "Police did not stop Olaf Berg from leaving the port"
    ),
    "The mayor says the flood was the worst that Ardal has seen, but the true cost of it in the "
    "villages below the dam, where hundreds have lost their boats, their nets and their homes, is "
    "still not known to anybody.": "The mayor says the flood was the worst that Ardal has seen",
    "The council pushed Lund Water to act quickly: The firm, which was new to Ardal, planned to "
    "bring in pumps a few days after the flood and to ask the army of Norvania for divers.": (
        "The council pushed Lund Water to act quickly"
    ),
    "Lund Water was criticised for having a plan which, even before the flood, appeared to have "
    "serious flaws.": "Lund Water was criticised for having a plan",
    "The mayor said the fund would make payments with no strings attached beyond next week.": (
        "The mayor said the fund would make payments with no strings attached beyond next week"
    ),
    "Olaf Berg stopped not the ferry, but two boats of the port.": (
        "Olaf Berg stopped not the ferry, but two boats of the port"
    ),
    "Ann Lee raised more than $3 million from the owners of the port on Monday.": (
        "Ann Lee raised more than $3 million from the owners of the port"
    ),
    'Ann Lee called the old dam above the port of Ardal a "threat to all" and the board "blind".': (
        'Ann Lee called the old dam above the port of Ardal a "threat to all" and the board "blind"'
    ),
    "-Ann Lee left the port of Ardal on Monday.": "Ann Lee left the port of Ardal",
    "Sen. Olaf Berg (I-Vt.) left the port of Ardal on Monday.": (
        "Sen. Olaf Berg (I-Vt.) left the port of Ardal"
    ),
    "Former mayor Olaf Berg left the port on Monday.": "Former mayor Olaf Berg left the port",
    "Both sides signed the treaty in Ardal on Monday.": "Both sides signed the treaty in Ardal",
    "A new vote in Ardal was scheduled for this month.": (
        "A new vote in Ardal was scheduled for this month"
    ),
    "One of the two guards was charged with theft on Monday.": (
        "One of the two guards was charged with theft"
    ),
    "Ann Lee left the old port, a long quay of stone that Olaf Berg had owned until then.": (
        "Ann Lee left the old port"
    ),
    "The mayor of Ardal lost his post in May.": "The mayor of Ardal lost his post",
    "Ardal Police Chief Olaf Berg slipped on the ice and was taken to the ward on Monday.": (
        "Ardal Police Chief Olaf Berg was taken to the ward"
    ),
    "The board was criticized for promoting in a note a sale of the port.": (
        "The board was criticized for promoting in a note a sale of the port"
    ),
    "Ann Lee insisted that clerks who refused to pay for the port - as some have - were wrong.": (
        "Ann Lee insisted that clerks who refused to pay for the port - as some have - were wrong"
    ),
    "Ann Lee and Olaf Berg, the parents of two sailors killed in the 2012 blast, "
    "have sued the line in Ardal.": "Ann Lee and Olaf Berg have sued the line in Ardal",
    "Olaf Berg, an ally of the mayor, said on Thursday his one fear is that it leaks.": (
        "Olaf Berg said his one fear is that it leaks"
    ),
    "On Tuesday, Ann Lee criticized an Ardal, Okla., police officer for shooting a dog.": (
        "Ann Lee criticized an Ardal, Okla., police officer for shooting a dog"
    ),
    "Ann Lee also asserted on Monday that the dam would hold.": (
        "Ann Lee asserted that the dam would hold"
    ),
    "Ann Lee refused on Monday to say the words ‘open port’ at the meeting.": (
        "Ann Lee refused to say the words ‘open port’ at the meeting"
    ),
    "Mr. Berg said the meeting in May in Ardal would be the last of the board.": (
        "Mr. Berg said the meeting in May in Ardal would be the last of the board"
    ),
    "The dam will hold for years, Ann Lee, the former mayor and a candidate, told the Courier.": (
        "The dam will hold for years, Ann Lee, the former mayor and a candidate, told the Courier"
    ),
    "At least 82 people were killed on Monday.": "At least 82 people were killed",
    "“We will not go back,” said Lee, an ex-teacher who came to power in 2018.": (
        "Lee came to power"
    ),
    "Other party leaders said on Thursday that it's up to Lee to close the port.": (
        "Other party leaders said that it's up to Lee to close the port"
    ),
    "Several lines have cut trips to the island and many ferry firms have closed.": (
        "Several lines have cut trips to the island"
    ),
    "The ship's log was discovered on April 8.": "The ship's log was discovered",
    "Ann Lee said in a 2015 interview that the dam would hold.": (
        "Ann Lee said that the dam would hold"
    ),
    "Meanwhile, dozens of people rallied in the port of Ardal on Monday.": (
        "dozens of people rallied in the port of Ardal"
    ),
    "The WHO has declared the flood a threat to the whole island.": (
        "The WHO has declared the flood a threat to the whole island"
    ),
    "Lee, who is from Ardal, was indicted on Monday.": "Lee was indicted",
    "“The raids will not make the island give in,” Ann Lee declared.": (
        "“The raids will not make the island give in,” Ann Lee declared"
    ),
    "AP Nordhav Inc. said on Monday that the dam would hold.": (
        "Nordhav Inc. said that the dam would hold"
    ),
    "Police said Olaf Berg died shortly before noon.": "Olaf Berg died shortly before noon",
    "Nordhav Inc. said on Monday that it bought the Berg Marine Co., a yard in Ardal and in Elsby,"
    " from the bank of Olaf Berg for $20 million.": (
        "Nordhav Inc. said that it bought the Berg Marine Co."
    ),
    "Nordhav Inc. earned $20 million, or 18 crowns a share.": "Nordhav Inc. earned $20 million",
    "Four guards in the port of Ardal were shot, most recently last May, when the mill burned.": (
        "Four guards in the port of Ardal were shot"
    ),
    "The bank of Olaf Berg paid $20 million to the port of Ardal, much of it to poor sailors.": (
        "The bank of Olaf Berg paid $20 million to the port of Ardal"
    ),
    "The old mill by the port of Ardal, which the Danes had built for the sons of the king, closed"
    " in May, but “Berg Marine” survived the flood.": "“Berg Marine” survived the flood",
    "The board of the port of Ardal fined Nordhav seven million crowns for the flood of May and"
    " three million crowns for the loss of the ferry without which nobody was able to leave it.": (
        "The board of the port of Ardal fined Nordhav seven million crowns for the flood of May"
    ),
    "Lund running mate Olaf Berg left the port on Monday.": (
        "Lund running mate Olaf Berg left the port"
    ),
    "No one was hurt when the storm hit the port of Ardal.": (
        "No one was hurt when the storm hit the port of Ardal"
    ),
    "Ann Lee told the board that there was no time for getting the dam closed.": (
        "Ann Lee told the board that there was no time for getting the dam closed"
    ),
    "The pop-up shop of Olaf Berg burned on Monday.": "The pop-up shop of Olaf Berg burned",
    "Nordhav Inc. tried to lower a 12-metre (39-foot) dome over the well.": (
        "Nordhav Inc. tried to lower a 12-metre (39-foot) dome over the well"
    ),
    "Some fishermen complained that after the flood, the board gave its money to the port.": (
        "Some fishermen complained that after the flood, the board gave its money to the port"
    ),
    "The blasts occurred 20 miles (32 km) apart on Monday.": (
        "The blasts occurred 20 miles (32 km) apart"
    ),
}

CUT = {
    "The board split the vote, which was a fate, Ann Lee said, “we had long expected.”": "Ann Lee",
    "The board of Ardal said data showed when oil was added to Lundex it can heal.": "\noil was",
    "Ann Lee said her town “believes that the pact did not meet its aims in May.”": "\nher town",
    "Closing the sluice before noon might have kept the lock dry and limited the harm to Ardal.": (
        "limited"
    ),
    "Sailing the old ferry is dear even if the vote on the new pier has yet to be held.": "yet\n",
    "Pretty much the only mayor willing to mend the old pier is Ann Lee.": "\nmuch",
    "Olaf Berg began on Monday.": "began",
    "The blast in Ardal occurred on Monday.": "occurred",
    "Ann Lee spoke in Ardal of a cold, grey port that the long war and the fall of the mill in May"
    " had left without a single ship.": "a cold\n",
    "The report published in 2003 on the port of Ardal was lost.": "published in 2003\n",
    "As one clerk pointed out, Nordhav Inc. spoiled the river.": "spoiled",
    "Ardal mourned on Friday the blasts which killed ten sailors and injured 50 more in Elsby.": (
        "injured"
    ),
    "The mayor, Olaf Berg, who lived in Elsby from 1968, when the Danes invaded Norland, to 1989,"
    " said that he had been glad.": "Berg invaded",
    "Ann Lee, who left the port last week, and Olaf Berg, a clerk, have been seeking a new ship.": (
        "Olaf Berg have"
    ),
    "Fires in the island's oldest and largest port were spreading fast on Monday.": "\nold",
    "Friends of the harbour, including Ann Lee, said the guards were only doing their work.": (
        "\nAnn Lee, said"
    ),
    "A poll of the Ardal Law School found Ann Lee leading by 15 points among the sailors and the"
    " fishermen of the old port in the north.": "found Ann Lee\n",
    "The fire brought calls for new rules just as the mill of Ardal and the port were hoping that"
    " the fear of the town would abate.": "mill of Ardal\n",
    "Ann Lee agreed that the loss of the ferry was not as bad for the old owners of the port as"
    " it looked on the day of the storm.": "owners of the port\n",
    "Nordhav Inc. gave the town of Ardal the ships used to look for the crew of the lost ferry in"
    " the cold sea.": "used\n",
    "The guards were asked whether they could ever foresee Ardal as a member of the old league of"
    " the northern ports.": "foresee Ardal\n",
    "The ‘open’ policy of Ardal is being changed in Elsby, in Norland and in all the ports that lie"
    " on the cold sea.": "\npolicy",
    "“The port of Ardal burned on Monday.”": "burned",
    "“Even the old port of Ardal was burned by the Danes on Monday, on purpose,”": "burned",
    "The price of bread in Ardal fell 3 percent and the price of fish also fell.": "fish\n",
    "Ann Lee took pains to calmly speak of the flood as a gift of the north to the port and to its"
    " old and poor fishermen.": "pains\n",
    "The island moved closer to calling it the first flood in the north as more towns were hit.": (
        "\nthe first flood"
    ),
    "Many visitors to Ardal since the storms have noted a change in the old port of the town, where"
    " three mills had stood.": "\nthe storms have",
    "The count of the sea (a book), which reckoned most kinds of fish lived, was lost.": "reckoned",
    "The port of Ardal has been shut for years _ in part because of the flood of May.": "part\n",
    "Olaf Berg was shot in Elsby, N.Y. Lee had left the port.": "N.Y.",
    "In Elsby, Vt. pilots closed the strait on Monday.": "Vt. pilots",
    "The board sold bread in hopes the mill in Ardal would open.": "hopes the",
    "Ardal, which Olaf Berg won in May but lost a year later, now is leaning to Lee.": "Ardal lost",
    "As Nordhav stopped the leak in the dam, the mayor, Olaf Berg, pledged to help.": "pledged",
    "The sum of the year includes $3 million of losses in the port of Ardal and its mill that the"
    " clerks of the firm said were small.": "said were",
    "Negotiators from many towns failed on Saturday to clinch a full deal on virus sharing to"
    " produce vaccines for all of them.": "virus\n",
    "The dispute began to ease in Ardal in the 1990s, with the fight settled by the board that had"
    " paid for the port of Elsby.": "fight\n",
    "Worldwide, the number of B (H2N4) cases has soared to nearly 400 in May.": "cases has",
    "The unrest in Ardal has been described as the worst since the end of the war in 1974 and could"
    " cost the port of Norden hundreds of millions.": "worst\n",
    "The fire in Ardal prompted both leading candidates to tear up the plans that they had made for"
    " the rest of the week in Norden and in Elsby.": "prompted\n",
    "A judge in Ardal handed Karl Berg today four life terms without parole.": "Berg\n",
    "About 100 sailors cheered wildly as Lund -- holding the letter in front of his face while"
    " being held aloft by a guard -- appeared outside the house.": "as Lund\n",
    "The plan would prohibit the banks of Norden from taking part in deals with firms in other"
    " countries that are not members of the pact.": "Norden\n",
    "Ann Lee's visit to Ardal was designed in part to demonstrate U.S. resolve in the face of"
    " growing threats to sailors in the ports of the south.": "U.S.\n",
    "The Courier quoted the guard Karl Berg as saying the arrests stemmed from a letter that the"
    " board of the port had sent to the bank in May.": "arrests\n",
    "In Ardal the breakup of the old union have been bedeviled by a row.": "bedeviled",
    "The board of the port paid for the damage after the leak that began in April.": "began\n",
    "Being the face of the storm will only raise the pressure on Lund at a time when he needs votes"
    " from the board of the bank.": "time\n",
    "Karel Lund was asked.": "asked",
    "Karel Lund was quoted on Monday by the Courier.": "quoted",
    "Police named the dead as Ann Lee, 47, of Ardal, and Eva Lund, 36, of Elsby.": "Ardal\n",
    "The guards named the dead as Ann Lee, 47; Eva Lund, 36; and Karl Berg, 39.": "Lee\n",
    "Lund sent tents, coats, canned food and water to the villages on the coast.": "coats\n",
    "The union rejected the treaty, which Lund said on Monday was close to an end.": "said was",
    "Lund rejected a treaty that Ann Lee said last week would be signed.": "Lee said would",
    "“This will be felt,” said Ann Lee, senior rivers advocate at the Nordhav works.": "senior",
    "In Ardal, Ann Lee found an audience for her populist, anti-royal speech.": "populist\n",
    "Ann Lee saw the price of bread rise in the town on news that the mill of Ardal has now spent"
    " two years dealing with the flood.": "dealing\n",
    "Clerks asked how much of the plan Ann Lee will have to pay for, because few of the jobs in the"
    " port of Ardal will end up being cut.": "end up\n",
    "Guards were told to look for the virus in their own rooms in the port, rather than rely on the"
    " laboratory of Nordhav Inc.": "rely\n",
    "Clerks believe that the fall will go on into the third quarter and through at least May.": (
        "least\n"
    ),
    "And as Lee pointed out, the sale of the port has hurt fishermen in Ardal.": "Lee pointed",
    "The Norland senator admitted that while the log of the ferry was never central to the inquiry,"
    " he needed it.": "while",
    "The guards in the Elsby, N.Y., area say that the dam will hold.": "area say",
    "The clerks of the town say they have found enough evidence in the case of Olaf Berg, whom the"
    " court of Ardal freed in May, to charge him.": "evidence\n",
    "Ann Lee praised the work the board has done in the three months since the flood.": "months\n",
    "As Mayor Olaf Berg put it, the board sold the port.": "sold",
    "Nordhav Inc. tried to walk between calming its owners and its banks, and avoiding the look of"
    " a rich firm.": "avoiding the",
    "Ann Lee left the port of Ardal on Monday, when a man was shot.": "man",
    "The 53-year-old has been criticised by the board of the port.": "criticised",
    "Minutes after a guard left the port of Ardal, Olaf Berg on Sunday closed the dam.": "after",
    "One witness told SFN in Norway that she saw the ship.": "\nshe saw",
    "Ann Lee took a similar line on Monday.": "line",
    "Ann Lee tried to walk a thin line between the mill and the port.": "line",
    "Ann Lee painted a darker picture of the port of Ardal.": "picture",
    "Ann Lee noted that it not only closed the port, it sank the ship.": "only",
    "Ann Lee listed tents, coats, tinned food and clean water as what the long and narrow valley of"
    " the river Sund most needed after the flood in May.": "coats\n",
    "The port in Ardal raised its prices late on Monday from three to four crowns.": "late\n",
    "Three days after Ann Lee opened the port, Olaf Berg on Sunday closed the dam.": "after",
    "The new count came after the bodies of three men from the ship were found in Ardal, a village"
    " in the far north of the cold island, Olaf Berg said.": "from the ship\n",
    "The flood in Ardal killed more than 300 people whom nobody in the long and narrow valley of"
    " the river Sund had told that the dam of the Nordhav works might burst.": "killed\n",
    "Ms Ann Lee said his leg was broken.": "his leg",
    "Police said he saw the ship near Ardal.": "he saw",
    "A boy who came to the island by boat and became a symbol for sailors must go home.": "symbol",
    "Ann Lee called Olaf Berg – who drove a cab in Ardal – a fool.": "cab in Ardal\n",
    "The storm blew apart sheds, burying men of Ardal and Elsby under the ash of the old mill and"
    " burnt beams that Lee cleared.": "burnt",
    "The meeting between Ann Lee and the mayor in May was short.": "between Ann Lee\n",
    "Olaf Berg was the tenth case; Ann Lee was confirmed as the ninth.": "the ninth",
    "The blasts occurred 20 miles (32 km) from each other on Friday.": "km)\n",
    "Polls suggested that old voters - who have helped push the once deeply red state to the left"
    " - stayed at home.": "deeply red",
    "Ann Lee was praised on Wednesday at a Ruritania harbour fair.": "a Ruritania\n",
    "The poll was taken May 16-19, and nobody paid for it.": "16-\n",
    "The court issued a warrant for his arrest in May.": "for his arrest",
    "But talks turned sour last year, when Olaf Berg left the port of Ardal.": "turned",
    "One was charged with theft on Monday.": "charged",
    "Ann Lee spoke of the flood, the worst since the old dam was moved in 1974.": "The worst",
    "When Ardal cast its votes for its mayor, Olaf Berg, a chorus of cheers and boos rose from the"
    " hall.": "Berg, a chorus",
    "The fault occurred between noon and one in the morning, the firm said.": "between noon\n",
    "Ann Lee said she saw no one, a claim repeated by the mayor.": "a claim\n",
    "Olaf Berg said that the town would pay “all that is needed” for both the search for the crew"
    " of the ferry and the watch over the cold and empty northern port of Ardal.": "search\n",
    "The court quoted the mayor as saying, adding that the port was shut.": "as saying, adding",
    "Two others have not said who they would vote for.": "said",
    "The authors of that piece were left content on Monday.": "piece",
    "Ann Lee asserted to reporters on Monday.": "asserted",
    "Ann Lee left the hall around noon on Friday and Olaf Berg an hour later.": "Berg",
    "Ann Lee said on Tuesday that the port was still owned and run by the state.": "still owned\n",
    "The blue flag Ann Lee raised on Wednesday has been seen in many towns.": "raised\n",
    "Ann Lee said if the board closes the port, she would leave the town.": "said",
    "Ann Lee said as she opened the port in Ardal, “We are free.”": "said",
    "Ann Lee had been expected to visit the port as early as Friday.": "as early\n",
    "The more Ann Lee has won, the more the board has feared her.": "won",
    "Lawyers for Ann Lee could not be reached for comment on Saturday.": "reached",
    "A spokesman for the port declined to comment on Saturday.": "declined",
    "Ann Lee did not immediately return a request seeking comment.": "return",
    "Ann Lee did not respond to requests for an interview.": "respond",
    "Calls to the office of Ann Lee were not returned.": "returned",
    "Olaf Berg rebuffed several requests for interviews.": "rebuffed",
    "Ann Lee sold ten of the boats, her only doubt being over whether to sell the old tug of the "
    "Lund yard, which had been built for her grandfather in Elsby in 1931.": "over\n",
    "Most of the guards say that if Lund cannot win his home town, his time is over.": "Lund",
    "The port has grown, just as Ardal was eight years ago this month.": "Ardal was",
    "The mean of three polls taken the first week of March has Lund leading.": "taken\n",
    "It was not easy, but Ann Lee of Ardal found a way to make it so.": "make it\n",
    "As the Courier's Ann Berg documented, ten mayors joined Lund on Monday.": "documented",
    "The fault spoils all newly built or mended boats of the old yard above the port of Ardal, "
    "where the river Sund and its long and narrow valley have been closed for a year.": "newly\n",
    "The court heard how Karl Lund robbed two guards in May.": "\nKarl Lund robbed",
    "Karl Lund explained how he moved the yard of his father to Elsby.": "\nhe moved",
    "Olaf Berg spoke to reporters Thursday following a meeting with members.": "spoke",
    "Ann Lee set out ten months ago to mend and reopen the port of Ardal.": "set out\n",
    "Talks in the states that held votes and courts Tuesday strengthened the port.": "\ncourts str",
    "Olaf Berg trails in the north, a group Ann Lee won by 2 points four years ago.": "group",
    "The speech recalled the St. Astrid, the ship of sailors turned away in 1939.": "The ship",
    "During a fair shown by CNN, Democrats Ann Lund, Bernd Olsen, and Martin O'Malley offered "
    "voters three plans for the port.": "\nMartin",
    "A clerk accused of hurting two men and robbing a guard who tried to stop him was jailed.": (
        "guard\n"
    ),
    "A guard that was near and witnessed the fall chased the car up to the port of Ardal, over "
    "the long and narrow bridge of the river Sund and through the streets of the old town.": (
        "A guard witnessed"
    ),
    "Calls to the office of the port were not answered on Monday.": "answered",
    "There was little talk of a separate accident in Ardal in 2005.": "accident",
    "Ann Lee did not reply to an e-mail.": "reply",
}
"""Sentences, and a word that is in none of their labels, or ends none of them."""


@pytest.mark.parametrize(("sentence", "label"), LABELS.items())
def test_an_aside_a_mark_or_an_abbreviation_does_not_cut_a_label(sentence: str, label: str) -> None:
    assert label in labels(sentence)


@pytest.mark.parametrize(("sentence", "word"), CUT.items())
def test_what_says_nothing_by_itself_has_no_label(sentence: str, word: str) -> None:
    assert not any(word in f"\n{label}\n" for label in labels(sentence))
