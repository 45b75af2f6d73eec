import type { Wording } from "../wording.ts";
import type { sidePane as first } from "../zh-CN/side-pane.ts";

/** The pane at the left of the grid: the plan's headings, statements, programme and clauses. */
export const sidePane = {
  title: "Contents of the plan",
  tabs: {
    outline: "Outline",
    statements: "Statements",
    tasks: "Tasks",
    clauses: "Clauses",
    dropped: "Dropped",
  },
  open: "Show {{tab}}",
  fold: "Fold the side pane",
  outline: { tree: "Plan outline", empty: "This plan has no outline." },
  statements: {
    list: "Statements of the text",
    filter: "Filter statements",
    filters: {
      all: "All",
      targets: "Targets",
      actuals: "Actuals",
      amounts: "Amounts",
      disagreeing: "Conflicts",
    },
    search: "Find statements",
    hint: "Find…",
    followsRow: "Only this indicator",
    empty: "This plan has no statements from a text.",
    none: "No statement matches.",
    showAll: "Show all statements",
    unnamed: "Not about an indicator",
    noFigure: "in words",
    official: "Official",
    differs: "Conflict",
    table: "table",
    prose: "text",
    tip: "{{about}}: {{wording}}",
  },
  tasks: {
    tree: "Tasks and projects",
    empty: "No tasks, projects or policies are recorded for this plan.",
    emptyOwn: "The draft has no tasks or projects yet. Those of the previous plan are shown there.",
    kinds: { task: "Task", project: "Project", box: "Box", policy: "Policy", event: "Event" },
    year: "{{year}}",
  },
  clauses: {
    list: "Clauses on delivery",
    empty: "No clauses on alignment, breakdown, monitoring or evaluation are recorded for this plan.",
    emptyOwn: "The draft has no clauses on alignment, breakdown, monitoring or evaluation yet.",
    topics: {
      alignment: "Alignment",
      decomposition: "Annual breakdown",
      monitoring: "Monitoring",
      evaluation: "Evaluation",
      adjustment: "Adjustment",
      responsibility: "Responsibility",
    },
  },
  dropped: {
    list: "Dropped from the predecessor: {{count}}",
    takeUp: "Take up",
    takeUpOf: "Take up {{name}}",
    gone: "The predecessor no longer has it",
  },
  bodies: { lead: "{{name}} (lead)", support: "{{name}} (support)", plain: "{{name}}", separator: ", " },
} satisfies Wording<typeof first>;
