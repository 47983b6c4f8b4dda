/** Typst functions for what the solutions say beyond the exam. */

export const SOLUTION_PRELUDE = `
// Solutions ---------------------------------------------------------------------------------------

#let ruled = (col, row) => if row > 0 { (top: 0.5pt + ink.lighten(60%)) }

// A frame with a bar at its side, and a label.
#let solution(label, kept: true, body) = block(
  breakable: not kept,
  width: 100%,
  above: 3.4mm,
  inset: (left: 4mm, right: 3mm, y: 2.6mm),
  fill: ink.lighten(95%),
  stroke: (left: 2.4pt + ink, rest: 0.5pt + ink.lighten(60%)),
  {
    set text(9.8pt)
    block(sticky: true, below: 2.2mm, text(9pt, fill: ink, weight: "bold", tracking: 0.04em, label))
    body
  },
)

// Credits and what they are given for.
#let scheme(..rows) = table(
  columns: (auto, 1fr),
  stroke: ruled,
  inset: (x: 1.4mm, y: 1.5mm),
  align: (right, left),
  table.header(text(fill: ink)[*Credits*], text(fill: ink)[*Given for*]),
  ..rows.pos().flatten(),
)

// Numbers that need a line of their own: over both columns, below the words.
#let wide(shown, because) = table.cell(colspan: 2, breakable: false, {
  because
  set text(8pt)
  block(above: 2mm, shown)
})

// What a mistake leads to, and what it is.
#let mistakes(..rows) = table(
  columns: (2fr, 5fr),
  stroke: ruled,
  inset: (x: 1.4mm, y: 1.5mm),
  table.header(text(fill: ink)[*Common mistake*], text(fill: ink)[*What lies behind it*]),
  ..rows.pos().flatten(),
)
`;
