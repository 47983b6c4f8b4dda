/** Typst functions for problems, questions, and the places for answers. */

export const QUESTION_PRELUDE = String.raw`
// Problems and questions --------------------------------------------------------------------------

// On one page; and where it sticks, with the beginning of what follows.
#let keep(sticky: false, body) = block(breakable: false, sticky: sticky, width: 100%, above: 6.5mm, body)

#let problem(number, title, worth, story: none) = {
  show heading: it => text(14.5pt, weight: "bold", it.body)
  block(sticky: true, breakable: false, width: 100% + gutter, above: 11mm, below: 4.5mm, stroke: (bottom: 0.8pt), inset: (bottom: 2.4mm), grid(
    columns: (1fr, auto),
    column-gutter: 6mm,
    align: bottom,
    heading(level: 1)[Problem #number#h(0.8em)#title],
    text(10.5pt, fill: quiet, worth),
  ))
  if story != none {
    block(sticky: true, width: 100% + gutter, fill: luma(96%), stroke: faint, radius: 1mm, inset: 3.2mm, story)
  }
}

// Reached credits are written into the box.
#let credits(maximum) = place(top + left, dx: 100% + 3.5mm, {
  box(width: 10.5mm, height: 8mm, stroke: 0.7pt, baseline: 5mm)
  text(9pt)[#h(1mm)\/\u{a0}#maximum]
})

// The credits of a question with a single part are written beside its heading.
#let question(number, title, maximum: none, worth: none) = {
  show heading: it => text(11pt, weight: "bold", it.body)
  block(sticky: true, breakable: false, width: 100%, above: 6.5mm, below: 3mm, {
    if maximum != none { credits(maximum) }
    if worth != none { place(top + right, dx: gutter, text(9pt, fill: quiet, worth)) }
    heading(level: 2)[#number#h(0.7em)#title]
  })
}

#let stem(body) = block(sticky: true, width: 100%, below: 3.6mm, body)

#let ask(body) = block(sticky: true, width: 100%, below: 3mm, body)

// The label goes with the first words, so that it never stands alone.
#let part(label, maximum, kept: true, sticky: false, asked, space) = {
  block(breakable: not kept, sticky: sticky, width: 100%, inset: (left: 7mm), above: 4.6mm, {
    ask({
      place(top + left, dx: -7mm)[*#label)*]
      credits(maximum)
      if asked == [] { sym.space.nobreak } else { asked }
    })
    space
  })
}
`;

export const SPACE_PRELUDE = `
// Places for answers ------------------------------------------------------------------------------

#let answer(body) = text(fill: ink, body)
#let hint(body) = block(sticky: true, below: 2.2mm, text(9pt, fill: quiet, style: "italic", body))

// A single line, with the answer on it, below blank room for the way to it.
#let line-space(note: none, room: 0mm, filled: none) = {
  if note != none { hint(note) }
  block(width: 100%, above: 3mm, stroke: (bottom: hair), inset: (bottom: 1.6mm), if filled == none { v(6.5mm + room) } else { answer(filled) })
}

#let page-space(lines) = for _ in range(lines) {
  block(width: 100%, height: 8.4mm, breakable: false, spacing: 0pt, stroke: (bottom: faint))
}

// Its middle is that of the letters beside it.
#let tick(on) = box(width: 4mm, height: 2.4mm, place(dy: -0.8mm, box(width: 4mm, height: 4mm, stroke: 0.7pt, if on {
  align(center + horizon, text(21pt, fill: ink, weight: "bold", bottom-edge: "bounds", top-edge: "bounds")[×])
})))

// Options: whether it is ticked, its letter, its text.
#let boxes(caption, note: none, columns: 1, ..options) = {
  hint(caption)
  if note != none { hint(note) }
  set grid.cell(breakable: false)
  block(above: 4mm, grid(
    columns: (auto, auto, 1fr) * columns,
    column-gutter: ((2mm, 1.6mm, 5mm) * columns).slice(0, -1),
    row-gutter: 4.2mm,
    ..options.pos().map(((on, label, body)) => (tick(on), [*#label*], body)).flatten(),
  ))
}

// A table of cells. Row headings, where there are some, are the first of each row.
#let cells(columns: (), widths: (), headed: false, size: 10pt, room: 0mm, ..rows) = {
  set text(size)
  set table.cell(breakable: false)
  let head = columns.map(body => table.cell(fill: luma(94%), strong(body)))
  let first = if headed and head.len() > 0 { (table.cell(stroke: none)[],) } else { () }
  if room > 0mm { block(sticky: true, above: 0pt, below: 0pt, height: room) }
  block(above: 3mm, table(
    columns: widths,
    stroke: hair,
    inset: (x: if widths.len() > 8 { 0.6mm } else { 1.2mm }, y: 2.7mm),
    align: center + horizon,
    ..if head.len() > 0 { (table.header(..first, ..head),) },
    ..rows.pos().map(row => row.enumerate().map(((i, body)) => if headed and i == 0 {
      table.cell(fill: luma(94%), align: left + horizon, strong(body))
    } else if body == none { sym.space.nobreak } else { answer(body) })).flatten(),
  ))
}

#let small-box(body) = box(width: 9mm, height: 6.6mm, stroke: 0.7pt, baseline: 2mm, align(center + horizon, if body == none { [] } else { answer(strong(body)) }))

// Lines: the place, or none; the name of the line; the line. Neither the first nor the last stands alone on a page.
#let order-space(..lines) = {
  hint[Write the place of each line into its box. A line that does not belong stays without one.]
  let count = lines.pos().len()
  for (i, (place, label, body)) in lines.pos().enumerate() {
    block(breakable: false, sticky: i < 2 or i >= count - 3, above: 2.4mm, below: 2.4mm, grid(
      columns: (9mm, 6mm, 1fr),
      column-gutter: (2.5mm, 1mm),
      align: horizon,
      small-box(place), strong(label), body,
    ))
  }
}

// Blanks: the letter, or none; the name of the blank; its text. Options: letter and text.
#let pairs(blanks, options) = {
  let listed(..columns, rows) = {
    set grid.cell(breakable: false)
    grid(..columns, ..rows.flatten())
  }
  hint[Write the letter of an option into each box.]
  grid(
    columns: (1fr, 1fr),
    column-gutter: 8mm,
    listed(columns: (9mm, auto, 1fr), column-gutter: (2.5mm, 2mm), row-gutter: 2.6mm, align: horizon, blanks.map(((letter, label, body)) => (small-box(letter), strong(label), body))),
    listed(columns: (auto, 1fr), column-gutter: 2mm, row-gutter: 3.2mm, options.map(((label, body)) => (strong(label), body))),
  )
}
`;
