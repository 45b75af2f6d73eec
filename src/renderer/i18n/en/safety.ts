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
    fileName: "My plans",
    exported: "Exported “{{name}}” to {{folder}}",
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
    unattached: "Attach these originals again: {{files}}.",
    close: "OK",
    behind: "Edits added from the record on disk: {{edits}}, up to {{at}}.",
    behindDetail:
      "They were made in the program's other window type, or were missing from this database; the record on disk is complete.",
  },
} satisfies Wording<typeof first>;
