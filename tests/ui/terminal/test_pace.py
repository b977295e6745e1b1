"""Pacing on a simulated line: a queue that drains at so many bytes a second, and a distance."""

from __future__ import annotations

from armreader.ui.terminal.pace import QUERY, LinePace


def lag_after_hold(
    rate: float, distance: float, frame: int, *, answers: bool = True
) -> tuple[float, int]:
    """Seconds from the last key to the screen that shows it, and the frames sent of 60.

    After a first screen, a key held for two seconds makes 30 frames a second of so many bytes.
    ``rate`` bytes a second; ``distance`` seconds there and back.
    """
    pace = LinePace()
    step = 0.001
    free = 0.0
    arriving: list[float] = []
    keys = [number / 30 for number in range(60)]
    due, sent, shown = False, 0, 0.0
    pace.ask(0.0)
    pace.query(4000, 0.0)
    if answers:
        arriving += [distance, distance + 4000 / rate]
    for tick in range(20_000):
        now = tick * step
        while arriving and arriving[0] <= now:
            pace.answered(arriving.pop(0))
        while keys and 1.0 + keys[0] <= now:
            keys.pop(0)
            due = True
        if due and not pace.wait(now):
            due = False
            sent += 1
            query = pace.query(frame, now)
            free = max(free, now) + (frame + len(query)) / rate
            shown = free + distance / 2
            if query and answers:
                arriving.append(free + distance)
        if not due and not keys and now > 4:
            break
    return shown - (1.0 + 59 / 30), sent


def test_a_fast_line_gets_every_frame() -> None:
    assert lag_after_hold(10_000_000, 0.002, 1000)[1] == 60


def test_a_distant_line_gets_every_frame() -> None:
    lag, sent = lag_after_hold(1_000_000, 0.3, 1000)
    assert sent >= 55
    assert lag < 0.17


def test_a_slow_line_gets_the_frames_it_can_show_and_the_last_one_soon() -> None:
    lag, sent = lag_after_hold(7_000, 0.3, 1000)
    assert 5 <= sent < 30
    assert lag < 0.7
    lag, sent = lag_after_hold(7_000, 0.3, 3000)
    assert 3 <= sent < 10
    assert lag < 1.2


def test_without_pacing_the_same_line_would_lag_for_seconds() -> None:
    lag, sent = lag_after_hold(7_000, 0.3, 1000, answers=False)
    assert sent == 60
    assert lag > 5


def test_a_terminal_that_never_answers_is_not_asked_for_ever() -> None:
    pace = LinePace()
    asked = [pace.query(5000, now) for now in range(20)]
    assert asked[:2] == [QUERY, QUERY]
    assert asked[-1] == ""
    assert pace.wait(20) == 0


def test_a_lost_answer_holds_the_frames_for_seconds_at_most() -> None:
    pace = LinePace()
    pace.ask(0)
    pace.answered(0.01)
    pace.ask(1)
    assert 0 < pace.wait(1.5) < 3
    assert pace.wait(4.1) == 0


def test_a_single_frame_is_not_asked_about() -> None:
    pace = LinePace()
    assert pace.query(200, 10) == ""
    assert pace.query(200, 11) == ""
    assert pace.query(200, 11.03) == QUERY
