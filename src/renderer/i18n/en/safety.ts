import type { Wording } from "../wording.ts";
import type { safety as first } from "../zh-CN/safety.ts";

/** What is said of kept data: what a start brought back, backups and what became of them. */
export const safety = {
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
