"""The style of the page of a chronology: on light and on dark ground, and in print."""

STYLE = """
:root { color-scheme: light dark; --line: #8886; --quiet: #5f5f5f; --event: #fc03; --quote: #09f2;
  background: Canvas; color: CanvasText; }
@media (prefers-color-scheme: dark) { :root { --quiet: #b0b0b0; } }
body { font: 1rem/1.55 Georgia, "Times New Roman", serif; max-width: 46rem; margin: 0 auto;
  padding: 1.5rem; overflow-wrap: anywhere; }
h1, h2, h3, nav, time, fieldset { font-family: system-ui, sans-serif; line-height: 1.25; }
figure { margin: 1.5rem 0; } svg { width: 100%; height: auto; font: 11px system-ui, sans-serif; }
figcaption { font-size: .9em; }
svg .axis { stroke: var(--line); } svg .mark { fill: #47a; } svg text { fill: currentColor; }
h2 { border-top: 1px solid var(--line); padding-top: 1.5rem; margin-top: 3rem; }
fieldset { border: 0; padding: 0; } legend { float: left; margin-right: 1em; }
label { margin-right: 1em; } summary { cursor: pointer; font-size: .9em; }
nav a { margin-right: 1.2em; }
summary, figcaption, .quiet, .text .furniture { color: var(--quiet); }
.entry { margin: 1.4rem 0; break-inside: avoid; }
.entry p { margin: 0; } .entry .comment { font-style: italic; margin-top: .3rem; }
.entry ul { margin: .3rem 0; padding-left: 1.4rem; }
time { font-weight: 600; margin-right: .6em; }
#all-events:has(#only-shared:checked) .entry:not(.shared),
#all-events:has(#only-disputed:checked) .entry:not(.disputed),
#all-events:has(#only-shared:checked) section:not(:has(.shared)),
#all-events:has(#only-disputed:checked) section:not(:has(.disputed)) { display: none; }
.text { white-space: pre-wrap; border-left: 3px solid var(--line); padding-left: 1rem; }
.text .event { background: var(--event); } .text .quote { background: var(--quote); }
:target { outline: 2px solid currentColor; outline-offset: 2px; }
@media print { body { max-width: none; } nav, summary, fieldset { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; } }
"""
