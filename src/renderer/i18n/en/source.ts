import type { Wording } from "../wording.ts";
import type { source as first } from "../zh-CN/source.ts";

/** Originals of plans: attaching, the passage in the evidence panel, the reader. */
export const source = {
  title: "Original",
  attach: "Attach original…",
  attachWhy: "Attach your own copy of the same text (.txt) to see the passage here.",
  attached: "Attached · {{hash}}",
  open: "Open original",
  passage: "Passage of the original",
  outside: "The recorded place lies beyond the original, so there is no passage to show.",
  report: {
    one: {
      attached: "Original of “{{title}}” attached",
      present: "Original of “{{title}}” attached already",
    },
    many: {
      attached: "{{count}} originals attached",
      present: "{{count}} originals attached already",
      refused: "{{count}} not used",
    },
    and: "; ",
    details: "Details",
    line: "“{{name}}”: {{why}}",
    short: {
      unknown: "differs from the text of every plan in the library.",
      empty: "is empty.",
      undecodable: "is no UTF-8 text.",
      "too-large": "is larger than 50 MB and was not read.",
      "too-many": "was not read; the chosen files are larger than 200 MB together.",
      unreadable: "cannot be read; it may be gone, a folder, or in use.",
      quota: "not stored, the disk is full; free some space and attach it again.",
      other: "not stored; close other windows and try again.",
    },
    attached: "“{{name}}”: recognised as the original of “{{title}}” and attached.",
    present: "“{{name}}”: the original of “{{title}}” is attached already.",
    unknown:
      "“{{name}}”: differs from the text of every plan in the library. It was changed or is another edition, so places would not fit and it is not used; no plan was changed. Choose the unchanged .txt text; other formats come later.",
    empty: "“{{name}}”: the file is empty and is not used. Check it and choose again.",
    undecodable:
      "“{{name}}”: the file is no UTF-8 text and is not used; no plan was changed. Choose the .txt text as it was.",
    unread: {
      "too-large":
        "“{{name}}”: larger than 50 MB and not read. The text of a plan is mostly below 1 MB; check the file.",
      "too-many":
        "“{{name}}”: the chosen files are larger than 200 MB together, so this one is not read. Choose fewer at a time.",
      unreadable:
        "“{{name}}”: cannot be read; it may be gone, a folder, or in use. Check it and choose again.",
    },
    notStored: {
      quota:
        "“{{name}}”: recognised as the original of “{{title}}”, but the disk is full and it was not stored; nothing else changed. Free some space and attach it again.",
      other:
        "“{{name}}”: recognised as the original of “{{title}}”, but it was not stored; nothing else changed. Close other windows and try again.",
    },
    detached: "The original of “{{title}}” was removed; no plan was changed.",
    undo: "Undo",
    machine: "No file could be chosen: {{reason}}",
    storage: "The original is as it was: {{reason}}",
  },
  back: "Back",
  backKeys: "Back (Esc)",
  detach: "Remove original",
  detachTitle: "Remove this original from the database of this machine; can be undone",
  documents: "Documents",
  empty:
    "The original of this plan is not attached yet. It is kept in the database of this machine only, and recognised by its content, which must be the plan's text word for word.",
  emptyDrop: "Or drop the .txt file here.",
  expected: "Text of this plan: {{file}} (SHA-256 {{hash}}…)",
  noDocuments: "This plan names no original.",
  missing: "This plan is no longer in the library.",
  index: "Contents",
  text: "Text of the original",
  cells: "Table of the original",
  find: {
    label: "Find in the original",
    count: "{{at}} / {{all}}",
    many: "{{at}} / {{all}}+",
    none: "Not found",
    previous: "Previous (Shift+F3)",
    next: "Next (F3)",
  },
  statements: {
    title: "Stated here",
    previous: "Previous statement (Alt+↑)",
    next: "Next statement (Alt+↓)",
    at: "Place {{at}} of {{all}}",
    all: "Statements stand at {{all}} places of this document, underlined in the text.",
    choose: "Click one, or press Alt+↓ to walk through them.",
    none: "No statements of this document are recorded.",
    noIndicator: "Not in the indicator table",
    inGrid: "Show in the indicator table",
    tip: "{{what}} · {{caption}} · {{value}}",
    noFigure: "no figure",
  },
  section: "Section",
  locator: "Place",
  note: "Note",
  lineAndPoints: "line {{line}} · characters {{start}}–{{end}}",
  status: {
    statements: "{{all}} places with statements",
    size: "{{points}} characters · {{lines}} lines",
    only: "Kept in the database of this machine only",
  },
} satisfies Wording<typeof first>;
