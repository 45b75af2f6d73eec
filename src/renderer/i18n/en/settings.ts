import type { Wording } from "../wording.ts";
import type { settings as first } from "../zh-CN/settings.ts";

/** The settings room. */
export const settings = {
  title: "Settings",
  sections: { look: "Interface", planner: "Planner", files: "Files", about: "About" },
  language: { label: "Language", zh: "中文", en: "English" },
  theme: { label: "Appearance", system: "As the system", light: "Light", dark: "Dark" },
  folder: {
    label: "Export folder",
    hint: "Exported charts go here; a file of the same name is never overwritten.",
    isDefault: "Default place",
    choose: "Choose folder…",
    save: "Use",
    restore: "Restore default",
    saved: "In use",
    asks: "Each export asks where to save.",
  },
  planner: {
    label: "Name",
    hint: "Noted in the history beside each edit, on this machine only. The system's user name unless you give another.",
    save: "Use",
    saved: "In use",
    restore: "Restore default",
    isDefault: "It is the system's user name",
  },
  backups: { label: "Backups", open: "Backups and restoring" },
  tour: { label: "Three steps", show: "Show in the library" },
  about: {
    version: "Version",
    shell: "Runs as",
    shells: { electron: "Desktop program", chromium: "Window of this machine's browser" },
    data: "Data",
    dataText:
      "Plans are kept in this user's data folder on this machine; every edit is also recorded on disk. Reinstalling or updating the program leaves them as they are.",
    network: "Network",
    networkText: "The program never connects to a network; plans do not leave this machine.",
  },
  status: "Settings are saved as you change them",
} satisfies Wording<typeof first>;
