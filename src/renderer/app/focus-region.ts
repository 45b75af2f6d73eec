const TABBABLE =
  'a[href], button:not([tabindex="-1"]), input:not([disabled]), select, textarea, [tabindex="0"]';

/** Moves the focus to the next region of the window, round and round: to where its work is done, else to its first control. */
export function focusNextRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")];
  // A region inside another comes later in the document, so the innermost one that holds the focus is the last.
  const at = regions.findLastIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + 1) % regions.length];
  if (next === undefined) return;
  const inside = [...next.querySelectorAll<HTMLElement>(TABBABLE)].filter(
    (control) => control.closest("[data-region]") === next && control.offsetParent !== null,
  );
  (inside.find((control) => control.hasAttribute("data-entry")) ?? inside[0] ?? next).focus();
}
