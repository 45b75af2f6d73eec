import type { Wording } from "../wording.ts";
import type { safety as first } from "../zh-CN/safety.ts";

/** What is said of kept data: what a start brought back, backups and what became of them. */
export const safety = {
  disk: {
    low: {
      title: "Disk space is running low: {{free}} left",
      detail: "Editing is paused below 500 MB; please free some space soon.",
    },
    readOnly: {
      title: "The disk is nearly full: {{free}} left, editing is paused",
      detail:
        "All plans are saved and can be viewed and exported. Free some space, then press “Check again”; or export a plan file to another disk, or choose another folder for backups.",
    },
  },
  waiting: {
    title: "Edits not yet in the database: {{count}}",
    reason: {
      "disk-low": "The disk is nearly full.",
      quota: "The disk is full.",
      closed: "The database is closed.",
      blocked: "Another window is using the database.",
      corrupt: "The database cannot be written to.",
      unknown: "The database did not accept them.",
    },
    held: "{{reason}} They show as usual and are kept in the edit record on disk. The program keeps trying, and nothing is lost if you close the window.",
    onlyHere:
      "{{reason}} They are in this window only; do not close it. Free some disk space first, or export a plan file, which will include them.",
    edit: "{{name}} · {{field}}: {{text}}",
    inPlan: "“{{title}}”: {{edit}}",
    edits: "{{edit}} (cells in all: {{count}})",
    emptied: "(emptied)",
    other: "Another edit",
    more: "And {{count}} more",
    leftAside: "Earlier edits that waited and no longer fit their plans were not applied: {{count}}",
    typeAgain: "Most likely their rows were deleted. Please check, and type them again where needed:",
  },
  secondCopy: {
    title: "Edits not yet in the edit record on disk: {{count}}",
    detail:
      "{{reason}} The edits are in the database, and the program keeps trying. Please check the disk that holds the data folder; meanwhile you can export a plan file to be safe.",
  },
  backupFailed: {
    title: "The last backup was not completed",
    detail:
      "{{reason}} Your edits are saved as usual, and earlier backups are kept. The program will try again; you can also press “Back up now” under Backups.",
  },
  secondBackup: {
    full: "The last backup was not copied to the second folder: not enough space there",
    failed: "The last backup was not copied to the second folder: it cannot be written to",
    detail:
      "The backup on this machine is complete. Free some space on that disk or choose another folder; the program then copies what is missing.",
  },
  ways: {
    again: "Check again",
    export: "Export all plans…",
    exportDatabase: "Export the data…",
    fileName: "My plans",
    backups: "Backups",
    exported: "Exported “{{name}}” to {{folder}}",
    stripped:
      ". The data is too large for one file: it holds all plans, without the texts of attached originals and the list of former changes.",
    reveal: "Show in folder",
  },
  backups: {
    title: "Backups",
    count: "Backups: {{count}}",
    make: "Back up now",
    import: "Import plan file…",
    empty: "The library holds no plans of your own, so no backup was made; the existing ones are kept.",
    none: "No backups yet. While you make changes, one is made every 5 minutes.",
    status:
      "Backups are made every 5 minutes while you make changes; of older ones, one an hour, day, week and month is kept, besides the last ten manual ones and the last ten from before large changes",
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
    clear: "Stop using",
    typeFirst: "Enter a folder first",
    isNone: "No folder is set",
    notAPath: "Enter the full path of a folder, such as E:\\Backups.",
    state: {
      none: "Every backup can also be kept on another disk, such as a USB stick, in case this one fails.",
      ready: "Backups are also kept in {{label}}.",
      absent: "{{label}} is not connected; backups it missed are copied there once it is back.",
    },
  },
  table: {
    at: "Created",
    reason: "Reason",
    plans: "Plans",
    size: "Size",
    places: "Kept in",
    verified: "Verified",
  },
  place: { own: "This machine", second: "Second folder", join: ", " },
  verified: { never: "Not verified", damaged: "Damaged" },
  reason: {
    periodic: "Automatic",
    manual: "Manual",
    "before-import": "Before an import",
    "before-bulk-edit": "Before a bulk edit",
    "before-restore": "Before a restore",
    "before-merge": "Before a merge",
    "before-removal": "Before deleting a plan",
    "before-upgrade": "Before an upgrade",
  },
  panel: {
    label: "Chosen backup",
    restore: "View and restore…",
    verify: "Verify now",
    hint: "You first see how it differs from your plans. They are backed up before anything is restored, and a restore can be undone.",
    facts: "About this backup",
    sequence: "Last edit no.",
  },
  takeIn: {
    title: {
      "before-restore": "Restore from the backup of {{at}}",
      "before-import": "Import a plan file",
      "before-merge": "Take in the work of another copy",
    },
    intro: {
      "before-restore":
        "Your plans are backed up first. A plan that is replaced or merged can be brought back with Undo.",
      "before-import":
        "Your plans are backed up first. A plan that is replaced or merged can be brought back with Undo.",
      "before-merge":
        "Your plans are backed up first. A plan that is replaced or merged can be brought back with Undo.",
    },
    allSame: {
      "before-restore": "The plans in the backup are the same as yours; there is nothing to restore.",
      "before-import": "The plans in the file are the same as yours; there is nothing to import.",
      "before-merge": "The plans of the other copy are the same as yours; there is nothing to take in.",
    },
    kind: {
      absent: "Not in the library",
      same: "Same as yours",
      bundled: "Built-in plan",
      different: "Differs from yours",
    },
    choice: { leave: "Skip", merge: "Merge", add: "Add", copy: "Keep as copy", replace: "Replace" },
    choiceOf: "What to do with “{{title}}”",
    differences: "Differences (now → {{after}}): {{count}}",
    otherDifferences:
      "Indicators, scenarios and text are the same; attached files, outline, tasks or other contents differ.",
    unchanged: "After the merge the plan is as it is now.",
    after: {
      replace: "after replacing",
      merge: "after merging",
      "before-restore": "in the backup",
      "before-import": "in the file",
      "before-merge": "in the other copy",
    },
    cancel: "Cancel",
    run: {
      "before-restore": "Restore plans: {{count}}",
      "before-import": "Import plans: {{count}}",
      "before-merge": "Take in plans: {{count}}",
    },
    runNone: { "before-restore": "Restore", "before-import": "Import", "before-merge": "Take in" },
    busy: { "before-restore": "Restoring…", "before-import": "Importing…", "before-merge": "Taking in…" },
    nothingChosen: "No plan is selected",
    nothing: "No plan was changed.",
    done: {
      "before-restore": "Plans restored: {{count}}.",
      "before-import": "Plans imported: {{count}}.",
      "before-merge": "Plans taken in: {{count}}.",
    },
    broken:
      "These plans in the backup are incomplete and cannot be restored: {{plans}}. The others can; look for these in an earlier backup.",
    failed: "Something unexpected happened and no plan was changed. Please try again.",
    noBackup:
      "The backup that comes first could not be made, so no plan was changed. Check the disk space and try again.",
  },
  merge: {
    clean: "The two do not conflict: what only the {{other}} changed is taken in.",
    intro:
      "What only the {{other}} changed is taken in. Where both changed the same thing, please choose. Conflicts: {{count}}.",
    noAncestor:
      "The version both came from is not known, so it cannot be told who changed what. Please choose for every difference: {{count}}.",
    allOurs: "Keep all of mine",
    allTheirs: "Take all from the {{other}}",
    ours: "Mine: {{text}}",
    theirs: "{{from}}: {{text}}",
    here: "As in mine",
    there: "As in the {{other}}",
    other: { "before-restore": "backup", "before-import": "file", "before-merge": "other copy" },
    from: { "before-restore": "Backup", "before-import": "File", "before-merge": "Other copy" },
    part: "{{name}} · {{what}}",
    row: "whole row",
    gone: "removed",
    kept: "kept",
    remark: "notes and source of {{field}}",
    more: "{{count}} more; the buttons above settle them together.",
    section: "Text of “{{name}}”",
    alsoCopy: "Also keep the plan from the {{other}} as a separate copy",
    about: {
      measure: "unit and values",
      match: "matching indicator",
      concept: "concept",
      base: "base year",
      carriedFrom: "relation to the plan before",
      order: "order of indicators",
      fact: "facts about the plan",
    },
  },
  differ: {
    title: "Title: {{before}} → {{after}}",
    period: "The plan period differs",
    cell: "{{name}}: {{before}} → {{after}}",
    added: "This indicator is added",
    removed: "This indicator is removed",
    moved: "Its place differs",
    note: "A note differs",
    source: "A source differs",
    concept: "The concept differs",
    match: "A matching indicator differs",
    base: "The base differs",
    scenarios: "Scenarios and drivers differ in {{count}} places",
    text: "The text of “{{name}}” differs",
    more: "And {{count}} more indicators",
  },
  checked: {
    good: "The backup of {{at}} is good: every checksum matches, and all plans can be read.",
    mended: "The backup of {{at}} is good. A damaged copy of it was repaired from the other one: {{places}}.",
    damaged: "The backup of {{at}} is damaged and cannot be restored. Please use another one.",
    newer: "The backup of {{at}} was written by a newer version of the program; open it with that version.",
    unfinished:
      "The file of the backup of {{at}} is intact, but its plans were not read to the end. Please try again later.",
  },
  unread: {
    unread: "“{{name}}” could not be read; nothing was imported.",
    newer: "“{{name}}” was written by a newer version of the program; open it with that version.",
    other: "“{{name}}” is not a plan file.",
    tooLarge: "“{{name}}” is too large and was not read.",
    damaged: "“{{name}}” is damaged or has faulty contents; no plan was imported.",
    cancelled: "Reading “{{name}}” was stopped; no plan was imported.",
    silent: "Reading “{{name}}” made no progress for too long and was stopped; no plan was imported.",
    "worker-failed": "“{{name}}” could not be read; no plan was imported.",
  },
  strangers: {
    title: "The data folder also holds the work of another copy: {{edits}} changes, the last one {{at}}",
    moved: "The other copy has {{edits}} new changes, the last one {{at}}",
    about:
      "Another database of this program wrote it, such as that of the other way of running the program, or of a data folder copied from another computer. It was not brought together with this one; both are kept as they are.",
    aboutMoved:
      "It was worked on after you were asked last. The new changes were not brought together with this copy; both are kept as they are.",
    plans: "Plans in it: {{plans}}.",
    join: ", ",
    more: "{{plans}} and others, {{count}} in all",
    how: "A look lists the differences first. Nothing comes in before you choose, and a backup is made before that.",
    look: "Look and take in",
    later: "Ask later",
    never: "Do not ask again",
    untilMoved: "You are asked again only when that work has new changes",
    reading: "Reading the work of the other copy…",
    nothing: "All that the other copy holds is here already; there is nothing to take in.",
    incomplete:
      "The record of changes of that copy has a hole. This is what could be read; please look through it with care.",
    unread: "The work of the other copy could not be read; nothing was changed",
    unreadDetail: "It stays in the data folder as it is; you can try again at another start.",
    detail: "Details: {{detail}}",
  },
  fork: {
    heading: "Two sets of edits differ: please choose",
    intro:
      "This program can run in a window of its own or in this machine's browser, and both have changed the same data. The rest is merged automatically; changes that differ: {{count}}. Please choose for each. Nothing is changed until you do.",
    ours: "This window",
    theirs: "The other way of running",
    side: "Edits: {{edits}}, the last one {{at}}",
    allOurs: "Keep all from this window",
    allTheirs: "Take all from the other",
    where: "What differs",
    inRow: "{{name}} · {{part}}",
    measure: "unit and numbers",
    measured: "the numbers in “{{unit}}”",
    remarkOn: "note and source of {{field}}",
    part: {
      concept: "concept",
      base: "base year",
      carriedFrom: "relation to the predecessor",
      match: "match",
    },
    order: "Order of the indicators",
    title: "Title of the plan",
    section: "Text of “{{name}}”",
    fact: "Other contents of the plan",
    empty: "none",
    wholePlan: "The whole plan",
    removed: "removed",
    edited: "kept and edited",
    oursKept: "as in this window",
    theirsKept: "as in the other",
    kept: "What you do not choose stays in the history, where you can see it and bring it back; the data from before the merge is kept separately.",
    go: "Merge",
  },
  recovery: {
    title: "Your plans were restored",
    because: {
      missing:
        "The plan database was missing or empty. This also happens the first time the program is run in another way.",
      damaged: "The plan database was damaged and could not be read completely.",
      incomplete: "Some edits were missing from the plan database.",
    },
    fromJournal: "It was rebuilt from the edit record on disk. Plans: {{plans}}; edits: {{edits}}.",
    fromBackup:
      "It was rebuilt from the backup of {{at}} and the edits recorded after it. Plans: {{plans}}; edits: {{edits}}.",
    fromBackupAlone: "It was rebuilt from the backup of {{at}}. Plans: {{plans}}.",
    through: "Restored up to the last edit: {{at}}, {{title}}.",
    throughNoPlan: "Restored up to the last edit: {{at}}.",
    plan: "“{{title}}”",
    sentences: "{{said}} {{next}}",
    join: ", ",
    aside: "The damaged data was set aside and causes no further trouble.",
    gap: {
      one: "Edit {{from}} could not be recovered, because the backups that held it are damaged.",
      several:
        "Edits {{from}}–{{to}} could not be recovered, because the backups that held them are damaged.",
      onlyUnfit: "Edits that could not be applied: {{unfit}}; what they built on is damaged in the backups.",
      unfit: "Later edits that depend on them and could not be applied: {{unfit}}.",
      todo: "Please check your plans. The old record stays on the disk unchanged.",
    },
    carried: {
      untitled: "A plan whose name cannot be read",
      wholeFromBackup:
        "{{plan}} is damaged in that backup. It came back complete from the backup of {{at}} and the edits recorded after it.",
      wholeFromJournal:
        "{{plan}} is damaged in that backup. It came back complete from the edit record on disk.",
      earlierFromBackup:
        "{{plan}} is damaged in that backup. It came back as it was in the backup of {{at}}, with the later edits that still fit; some may be missing. Please check it.",
      earlierFromJournal:
        "{{plan}} is damaged in that backup. It came back from the edit record on disk as far as that goes; later edits may be missing. Please check it.",
      gone: "{{plan}} could not be recovered: it is damaged in every backup that holds it. The old record stays on the disk unchanged.",
    },
    unproven:
      "The edit record on disk is not enough to check this backup: if the program was run in both ways, edits made in the other one may be missing. Please check your plans.",
    unattached: "Attach these originals again: {{files}}.",
    close: "OK",
    behind: "Edits added from the edit record on disk: {{edits}}, up to {{at}}.",
    joined: "Two sets of edits were merged: {{edits}} added, {{own}} from this window, up to {{at}}.",
    joinedDetail:
      "Both ways of running the program had changed the same data. Every edit is in the history, where it can be seen and undone.",
    damagedEdits: "Earlier edits that waited were not applied, since their record is damaged: {{edits}}.",
    damagedEditsDetail:
      "The damaged record stays on the disk. Please check your plans and enter them again where needed.",
    behindDetail:
      "They were made while the program was run in the other way, or were missing from this database; the edit record on disk is complete.",
  },
} satisfies Wording<typeof first>;
