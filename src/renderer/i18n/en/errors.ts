import type { Wording } from "../wording.ts";
import type { errors as first } from "../zh-CN/errors.ts";

/** What went wrong, in the planner's words: what happened, what is safe, what to do. */
export const errors = {
  parts: {
    happened: "What happened",
    safe: "What is safe",
    todo: "What to do",
    details: "Details",
    copy: "Copy details",
    copied: "Copied",
    retry: "Try again",
  },
  open: {
    title: "The plans could not be opened",
    "newer-database": {
      happened:
        "The data was written by a newer version of the program (data version {{found}}; this program knows up to {{known}}).",
      safe: "Nothing was changed; all data is intact.",
      todo: "Open it with the newer version, or export the data as a file and import that on a computer that has it.",
    },
    blocked: {
      happened: "Another window is still using the data of the older version.",
      safe: "Nothing was changed; all data is intact.",
      todo: "Close the program's other windows, then try again.",
    },
    corrupt: {
      happened: "The plan database cannot be read.",
      safe: "The second record of every edit on disk was not touched.",
      todo: "If the disk is full, free some space and try again. Otherwise do not delete the data folder; copy the details and ask technical support to restore the data from that record.",
    },
    "not-recovered": {
      happened:
        "The plan database has to be rebuilt, but the backups and the edit record on disk are not enough for that.",
      safe: "The database, the backups and the edit record were not changed.",
      todo: "Do not delete the data folder; copy the details and send them to technical support. The backups are in its “backups” folder, and in the second backup folder if you chose one.",
    },
    machine: {
      happened: "The data folder cannot be read, so it is unknown whether there are plans already.",
      safe: "Nothing was changed.",
      todo: "Check that the disk that holds the data folder can be read and written to, then try again.",
    },
    "no-indexeddb": {
      happened: "Data cannot be stored on this machine in the current mode.",
      safe: "Existing data was not changed.",
      todo: "Start the program in a normal window, not a private one, or update the machine's browser.",
    },
    quota: {
      happened: "The disk is full, so the database could not be opened.",
      safe: "Existing data was not changed.",
      todo: "Free some disk space, then try again.",
    },
    "seed-hash": {
      happened: "The built-in plan {{file}} is not the one this program was released with.",
      safe: "Your own plans were not changed.",
      todo: "Install the program again.",
    },
    "seed-invalid": {
      happened: "The built-in plan {{file}} could not be read.",
      safe: "Your own plans were not changed.",
      todo: "Install the program again.",
    },
    unknown: {
      happened: "Something unexpected happened while opening the plans.",
      safe: "Existing data was not changed.",
      todo: "Try again; if that does not help, copy the details and send them to technical support.",
    },
  },
  "not-kept": {
    title: "The backup before the upgrade could not be kept",
    safe: "The plan data was not upgraded, and nothing in it was changed.",
    full: {
      happened:
        "Before this new version upgrades the plan data it makes a backup. The disk of the data folder has too little room for it, so it was not written.",
      todo: "Free at least {{room}} on that disk, then try again. You can also export the present data to another disk or a USB stick first.",
    },
    large: {
      happened:
        "Before this new version upgrades the plan data it makes a backup. The present plans are more than one backup can hold, so it was not written.",
      todo: "Open the data with the former version, export the plans one by one, and delete those no longer needed; then start this version again.",
    },
    other: {
      happened:
        "Before this new version upgrades the plan data it makes a backup. The data folder cannot be written to, so it was not written.",
      todo: "Check that the disk of the data folder can be written to (it needs about {{room}} free), then try again. You can also export the present data to another disk or a USB stick first.",
    },
  },
  bridge: {
    title: "The program did not start completely",
    happened: "The window could not reach the program on this machine.",
    safe: "Existing data was not changed.",
    todo: "Close the window and start the program again.",
  },
  room: {
    title: "Something unexpected happened here",
    happened: "This page could not be shown.",
    safe: "All edits before this are saved.",
    todo: "Try again or go to another room; if that does not help, copy the details and send them to technical support.",
  },
  connection: {
    "newer-program":
      "A newer version of the program is running in another window. This window no longer saves edits; please close it.",
    lost: "The connection to the plan database was lost, and this window no longer saves edits. Earlier edits are saved. Please start the program again.",
  },
  store: {
    "read-only": "Built-in plans are read-only; make a copy first.",
    "unknown-indicator": "This indicator is no longer in the plan.",
    "unknown-scenario": "This scenario is no longer in the plan.",
    "unknown-text": "The text has changed since, so this change does not fit any more.",
    "unknown-driver": "This driver is no longer in the plan.",
    "no-such-tree": {
      "no-root": "Other scenarios inherit from the baseline; it cannot be removed.",
      "second-root": "There can be only one baseline.",
      "no-name": "Please give the scenario a name.",
      "same-id": "This scenario is here already.",
      "same-name": "There is a scenario named “{{name}}” already.",
      "unknown-parent": "The scenario above is no longer in the plan.",
      cycle: "A scenario cannot go below itself or below one that inherits from it.",
    },
    "number-too-large":
      "The number is too large for a plan; nothing was changed. Please check number and unit.",
    "unknown-plan": "This plan is no longer in the library.",
    "nothing-to-undo": "There is nothing to undo.",
    "nothing-to-redo": "There is nothing to redo.",
    storage: {
      "disk-low": "The disk is nearly full and editing is paused. Earlier edits are saved.",
      quota: "The disk is full; this edit was not stored. Earlier edits are saved.",
      closed: "The database is closed; this edit was not stored. Earlier edits are saved.",
      blocked:
        "Another window is using the database; this edit was not stored. Close that window and try again.",
      corrupt: "The database cannot be written; this edit was not stored. The record on disk is untouched.",
      unknown: "This edit was not stored. Earlier edits are saved.",
    },
    "plan-exists": "This plan is in the library already.",
    "unfit-replacement":
      "The documents, tasks, clauses, outline or period of this plan differ from those of the present one, so it can neither replace it nor be merged; no plan was changed. Choose “Keep as copy” to have both.",
    "changed-meanwhile":
      "The plan has changed in the meantime, so nothing was replaced or merged. The differences are listed again; please check them before you go on.",
    "empty-title": "The title cannot be empty.",
    "unfit-draft": "Something is missing; the draft was not made.",
  },
  machine: {
    "bad-argument": "What was entered cannot be used.",
    "bad-sender": "This window may not do that; start the program again.",
    "unknown-method": "This program cannot do that.",
    "not-writable": "This place cannot be written to; choose another folder.",
    "disk-full": "The disk is full; the file was not written.",
    "too-large":
      "This is more than one file can hold and could not be read back, so it was not written. Export the plans one by one instead.",
    "not-found": "The file or folder is no longer there.",
    unsupported: "This is not available the way the program runs now.",
    "journal-behind": "The copy of the change record is incomplete; it is being written again.",
    "journal-conflict":
      "The program's other window type has gone on with the change record; start the program again to join the two.",
    damaged: "The file is damaged: it no longer holds what was written.",
    internal: "Something unexpected happened on this machine; it was not done.",
  },
} satisfies Wording<typeof first>;
