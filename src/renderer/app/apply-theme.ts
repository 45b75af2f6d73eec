import type { Settings } from "#bridge/desktop-bridge.ts";
import type { ThemeName } from "../ui/theme.ts";

const DARK = "(prefers-color-scheme: dark)";

/** The theme that a setting means now. */
export function resolveTheme(setting: Settings["theme"]): ThemeName {
  if (setting !== "system") return setting;
  return matchMedia(DARK).matches ? "dark" : "light";
}

/** Puts the theme on the page and returns it. */
export function applyTheme(setting: Settings["theme"]): ThemeName {
  const theme = resolveTheme(setting);
  document.documentElement.dataset["theme"] = theme;
  return theme;
}

/** Calls back when the system turns light or dark; returns what ends that. */
export function watchSystemTheme(onChange: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
