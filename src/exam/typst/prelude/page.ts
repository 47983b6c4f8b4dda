/** Typst functions for what surrounds the questions: page, running head, cover sheet. */

export const PAGE_PRELUDE = `// Page --------------------------------------------------------------------------------------------

// Whatever belongs to the solutions is of this colour, and framed.
#let ink = rgb("#0f4c81")
#let quiet = luma(32%)
#let hair = 0.5pt + luma(55%)
#let faint = 0.5pt + luma(74%)
// How far credits stand out to the right of the text, and cover and running head with them.
#let gutter = 22mm

#let fonts = ("Libertinus Serif", "New Computer Modern", "New Computer Modern Math", "DejaVu Sans Mono")

#let banner(body) = box(fill: ink, inset: (x: 2.2mm, y: 1.1mm), radius: 1pt, text(fill: white, weight: "bold", tracking: 0.08em, body))

#let blank(caption) = [#caption#h(2mm)#box(width: 1fr, stroke: (bottom: hair), height: 3mm)]

// The first line of a text, whatever its length.
#let first-line(body) = box(height: 4mm, clip: true, width: 100%, {
  set par(leading: 4mm)
  v(1mm)
  body
})

// Names may run from right to left; boxes keep them from reordering what stands beside them.
#let named(person) = first-line({
  let space = str(sym.space.nobreak)
  [Name:#space#box(strong(person.name))]
  if person.id != "" [#(space * 6)Matriculation#(space)number:#space#box(strong(person.id))]
})

// Name and number are asked for on every page: pages get torn apart. Who it is for is looked up, so that nothing else
// depends on it: papers of one form are then laid out once.
#let running-head = context {
  let page = here().page()
  let begun = query(<about>).filter(it => it.location().page() <= page)
  if begun.len() == 0 { return }
  let about = begun.last().value
  let start = begun.last().location().page()
  let total = query(<end>).at(begun.len() - 1).location().page() - start + 1
  let number = page - start + 1
  // Neither on covers nor on empty pages between papers.
  if number > 1 and number <= total {
    set text(8.5pt, fill: quiet)
    set par(leading: 0pt, spacing: 0pt)
    block(width: 100% + gutter, stroke: (bottom: hair), inset: (bottom: 2.5mm), grid(
      columns: (1fr, auto),
      column-gutter: 6mm,
      row-gutter: 4mm,
      rows: 4.4mm,
      align: (left + horizon, right + horizon),
      first-line(about.title),
      [Form *#about.form* · #about.code · Page #number of #total],
      grid.cell(colspan: 2, if about.solutions {
        banner[SOLUTIONS]
      } else if about.person == none {
        grid(columns: (2fr, 1fr), column-gutter: 5mm, blank[Name], blank[Matriculation number])
      } else {
        named(about.person)
      }),
    ))
  }
}

#let exam(title: "", size: "a4", body) = {
  set document(title: title, date: none)
  set page(
    paper: size,
    margin: (top: 31mm, bottom: 15mm, left: 20mm, right: 36mm),
    header: running-head,
    header-ascent: 6mm,
  )
  set text(font: fonts, size: 10.5pt, lang: "en", hyphenate: false)
  set par(linebreaks: "simple", leading: 0.62em, spacing: 0.95em)
  set table(stroke: 0.5pt + luma(45%), inset: (x: 1.5mm, y: 1.4mm))
  set list(indent: 1mm, body-indent: 2.5mm)
  set enum(indent: 1mm, body-indent: 2.5mm)
  show raw: set text(font: ("DejaVu Sans Mono", "New Computer Modern Math"), size: 0.92em)
  body
}
`;

export const COVER_PRELUDE = `
// Where a paper ends.
#let end = [#metadata(none) <end>]

// Cover -------------------------------------------------------------------------------------------

#let cover-heading(body) = {
  show heading: it => block(above: 6mm, below: 2.6mm, sticky: true, text(11.5pt, weight: "bold", it.body))
  heading(level: 1, bookmarked: false, body)
}

// A value that is longer than names are makes its field higher, and can be broken anywhere.
#let field(caption, value) = {
  let long = value != none and value.len() > 60
  block(width: 100%, height: if long { auto } else { 14mm }, stroke: hair, inset: 1.6mm, clip: true, {
    text(7.5pt, fill: quiet, caption)
    if long {
      block(above: 2mm, text(8pt, weight: "bold", value.clusters().join(box())))
    } else if value not in (none, "") {
      place(bottom + left, text(if value.len() > 28 { 9.5pt } else { 12pt }, weight: "bold", value))
    }
  })
}

#let fact(value, caption) = [#text(15pt, weight: "bold", value)#h(1.4mm)#text(9pt, fill: quiet, caption)]

#let cover(title: "", title-size: 23pt, head: none, subtitle: none, details: (), form: "", code: "", person: none, solutions: false, facts: (), rules: (), aids: (), problems: (), credits: "") = {
  // Every paper of a file begins on a sheet of its own.
  pagebreak(to: "odd", weak: true)
  [#metadata((..head, form: form, code: code, solutions: solutions)) <about>]
  show std.title: it => block(below: 3mm, text(title-size, weight: "bold", it.body))
  set par(justify: false)
  v(-15mm)
  block(width: 100% + gutter, {
    grid(
      columns: (1fr, auto),
      column-gutter: 8mm,
      {
        if solutions { block(below: 4mm, text(12pt, banner[SOLUTIONS])) }
        std.title(title)
        if subtitle != none { block(above: 3mm, text(13pt, fill: quiet, subtitle)) }
      },
      align(center, {
        block(width: 26mm, height: 26mm, stroke: 1pt, radius: 1.5mm, below: 1.6mm, {
          place(top + center, dy: 2.2mm, text(8pt, fill: quiet)[Form])
          align(center + horizon, move(dy: 1.6mm, text(if form.len() > 2 { 22pt } else { 36pt }, weight: "bold", form)))
        })
        text(8.5pt, code)
      }),
    )
    if details.len() > 0 {
      block(above: 5mm, grid(
        columns: (32mm, 1fr),
        column-gutter: 4mm,
        row-gutter: 2.2mm,
        // What is not known yet is written by hand.
        ..details.map(((label, value)) => (text(fill: quiet, label), if value == [] { box(width: 70mm, height: 3mm, stroke: (bottom: hair)) } else { value })).flatten(),
      ))
    }
    if not solutions {
      block(above: 6mm, breakable: false, grid(
      columns: (3fr, 2fr),
      gutter: 2.5mm,
      field([Name], if person == none { none } else { person.name }),
      field([Matriculation number], if person == none { none } else { person.id }),
      field([Signature], none),
      field([Room and seat], none),
    ))
    }
    block(above: 5mm, below: 5mm, stroke: (y: hair), inset: (y: 3mm), width: 100%, grid(
      columns: (1fr,) * facts.len(),
      align: center,
      ..facts.map(((value, caption)) => fact(value, caption)),
    ))
    set text(10pt)
    let lists = (([Rules], rules), ([Allowed aids], aids)).filter(((caption, items)) => items.len() > 0)
    if lists.len() > 0 {
      grid(
        columns: if lists.len() == 2 { (3fr, 2fr) } else { (1fr,) },
        column-gutter: 8mm,
        ..lists.map(((caption, items)) => {
          cover-heading(caption)
          list(spacing: 2mm, ..items)
        }),
      )
    }
    cover-heading[Credits]
    set text(9.5pt)
    table(
      columns: (auto, 1fr, 18mm, 30mm, 30mm),
      stroke: hair,
      inset: (x: 2mm, y: 1.9mm),
      align: (col, row) => if col == 1 { left + horizon } else { center + horizon },
      table.header(table.cell(colspan: 2, align: left)[*Problem*], [*Maximum*], [*First marking*], [*Second marking*]),
      ..problems.map(((number, name, worth)) => (number, name, worth, [], [])).flatten(),
      table.footer(table.cell(colspan: 2, align: right)[*Sum*], [*#credits*], [], []),
    )
  })
  pagebreak(weak: true)
}
`;
