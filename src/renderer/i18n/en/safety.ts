import type { Wording } from "../wording.ts";
import type { safety as first } from "../zh-CN/safety.ts";

/** What is said of kept data: what a start brought back, backups and what became of them. */
export const safety = {
  disk: {
    low: {
      title: "The disk is filling up: {{free}} left",
      detail: "Below 500 MB editing is paused; free some space in good time.",
    },
    readOnly: {
      title: "The disk is nearly full: {{free}} left, editing is paused",
      detail:
        "All plans are saved and can be viewed and exported. Free some space and check again; or export the plan file to another disk, or name another folder for backups.",
    },
  },
  waiting: {
    title: "Edits not yet in the database: {{count}}",
    reason: {
      "disk-low": "The disk is nearly full.",
      quota: "The disk is full.",
      closed: "The database is closed.",
      blocked: "Another window holds the database.",
      corrupt: "The database cannot be written.",
      unknown: "The database did not take them.",
    },
    held: "They are shown as usual and kept in the record on disk; the program keeps trying, and closing the window loses nothing.",
    onlyHere:
      "They are in this window only; do not close it. Free some space first, or export the plan file.",
    other: "Another edit",
    more: "And {{count}} more",
  },
  secondCopy: {
    title: "Edits not yet in the record on disk: {{count}}",
    detail:
      "{{reason}} The edits are in the database, and the program keeps trying. Check the disk of the data folder; until then you may export the plan file to be safe.",
  },
  ways: {
    again: "Check again",
    export: "Export all plans…",
    exportDatabase: "Export the data…",
    fileName: "My plans",
    backups: "Backups",
    exported: "Exported “{{name}}” to {{folder}}",
  },
  backups: {
    title: "Backups",
    count: "Backups: {{count}}",
    make: "Back up now",
    import: "Import plan file…",
    none: "No backup yet. When something changed, one is made every 5 minutes.",
    status:
      "Backed up every 5 minutes when something changed; older backups are thinned out by hour, day, week and month",
  },
  task: {
    export: "Exporting the plans…",
    backup: "Backing up…",
    read: "Reading the plans…",
    verify: "Verifying the backup…",
    stop: "Stop",
  },
  second: {
    label: "Second backup folder",
    placeholder: "Such as a folder on a USB stick",
    choose: "Choose folder…",
    save: "Use",
    clear: "Use no longer",
    typeFirst: "Enter a folder first",
    isNone: "None is named",
    state: {
      none: "Every backup can also be kept on another disk, such as a USB stick, against the failure of this one.",
      ready: "Backups are also kept in {{label}}.",
      absent: "{{label}} is not there now; once it is back, backups go there again.",
    },
  },
  table: {
    at: "Made at",
    reason: "Reason",
    plans: "Plans",
    size: "Size",
    places: "Kept in",
    verified: "Verified",
  },
  place: { own: "This machine", second: "Second folder", join: ", " },
  verified: { never: "Not verified" },
  reason: {
    periodic: "Regular",
    manual: "By hand",
    "before-import": "Before an import",
    "before-bulk-edit": "Before a bulk edit",
    "before-restore": "Before a restore",
    "before-merge": "Before a merge",
    "before-upgrade": "Before an upgrade",
  },
  panel: {
    label: "Chosen backup",
    restore: "View and restore…",
    verify: "Verify now",
    hint: "The differences from the present plans are shown first. A backup is made before anything is restored, and a restore can be undone.",
    facts: "About this backup",
    sequence: "Number in the record of edits",
  },
  takeIn: {
    restore: "Restore from a backup",
    import: "Import a plan file",
    intro: "The present plans are backed up first. A plan that was replaced can be brought back by Undo.",
    kind: {
      absent: "Not in the library",
      same: "Same as the present one",
      bundled: "Built-in plan",
      different: "Differs from the present one",
    },
    choice: { leave: "Leave", add: "Add", copy: "Keep as copy", replace: "Replace" },
    choiceOf: "What to do with “{{title}}”",
    differences: "Differences (now → after): {{count}}",
    cancel: "Cancel",
    run: { "before-restore": "Restore (plans: {{count}})", "before-import": "Import (plans: {{count}})" },
    busy: "At work",
    nothingChosen: "No plan is chosen",
    nothing: "No plan was changed.",
    done: { "before-restore": "Plans restored: {{count}}.", "before-import": "Plans imported: {{count}}." },
    noBackup:
      "The backup that comes first could not be made, so no plan was changed. Check the disk space and try again.",
  },
  differ: {
    title: "Title: {{before}} → {{after}}",
    cell: "{{name}}: {{before}} → {{after}}",
    added: "This indicator is added",
    removed: "This indicator is taken out",
    moved: "Its place differs",
    note: "A note differs",
    source: "A source differs",
    concept: "The concept differs",
    match: "A matching indicator differs",
    base: "The base differs",
    more: "And {{count}} more indicators",
  },
  checked: {
    good: "This backup is good: every entry was unpacked and compared with its checksum, and all plans were read.",
    mended: "The copy in {{places}} was damaged and has been written again from the good one.",
    damaged: "This backup is damaged and cannot be restored. Please take another one.",
  },
  unread: {
    unread: "“{{name}}” could not be read; nothing was imported.",
    newer: "“{{name}}” was written by a newer program; open it with that one.",
    other: "“{{name}}” is no plan file.",
    tooLarge: "“{{name}}” is too large and was not read.",
    damaged: "“{{name}}” is damaged or not consistent; no plan was imported.",
    cancelled: "The reading of “{{name}}” was stopped; no plan was imported.",
    silent: "The reading of “{{name}}” made no progress for too long and was stopped; no plan was imported.",
    "worker-failed": "“{{name}}” could not be read; no plan was imported.",
  },
  recovery: {
    title: "The plans were restored",
    because: {
      missing: "The plan database was not in its place, or was empty.",
      damaged: "The plan database is damaged and could not be read completely.",
      incomplete: "The plan database lacked some of its record of edits.",
    },
    fromJournal: "It was built again from the record of edits on disk: plans {{plans}}, edits {{edits}}.",
    fromBackup:
      "It was built again from the backup of {{at}} and the edits recorded after it: plans {{plans}}, edits {{edits}}.",
    through: "Restored up to the last edit: {{at}}, {{title}}.",
    throughNoPlan: "Restored up to the last edit: {{at}}.",
    plan: "“{{title}}”",
    aside: "The damaged data was set aside and does not interfere.",
    gap: "Edits {{from}}–{{to}} did not come back: the backups that held them are damaged, and {{unfit}} later ones do not fit without them. Please look through your plans. The old record stays on the disk as it is.",
    unattached: "Attach these originals again: {{files}}.",
    close: "OK",
    behind: "Edits added from the record on disk: {{edits}}, up to {{at}}.",
    behindDetail:
      "They were made in the program's other window type, or were missing from this database; the record on disk is complete.",
  },
} satisfies Wording<typeof first>;
