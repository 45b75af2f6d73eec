import type { charts as first } from "../zh-CN/charts.ts";
import type { Wording } from "../wording.ts";

/** Export of charts, the same in every room. */
export const charts: Wording<typeof first> = {
  open: "Export chart",
  title: "Export chart",
  deed: "Export",
  cancel: "Cancel",
  kind: "Format",
  kinds: {
    png: "PNG picture, 300 dpi",
    png600: "PNG picture, 600 dpi (for print)",
    svg: "SVG drawing, text stays text",
    pdf: "PDF drawing, fonts embedded",
  },
  size: "Size",
  sizes: { full: "Full column 156 mm", half: "Half column 76 mm", slide: "Slide 16:9" },
  pixels: "{{width}} × {{height}} pixels",
  millimetres: "{{width}} × {{height}} mm",
  busy: "Drawing…",
  fileName: "{{title}}-{{size}}",
  sizeWord: { full: "full", half: "half", slide: "16x9" },
  done: "Exported {{name}}",
  where: "in {{folder}}",
  reveal: "Open containing folder",
  dismiss: "Close",
  failed: "The file was not exported",
  safe: "The plan is not affected. {{reason}}",
  details: "Details: {{message}}",
  reason: {
    "not-writable":
      "The export folder cannot be written to (read-only, or held by another program); choose another one in Settings, or try again later.",
    "disk-full": "The disk is full; make room and try again.",
    "not-found": "The file cannot be found; it may have been moved or deleted.",
    "too-large":
      "The file is larger than 64 MB and was not exported. For many charts take fewer kinds or indicators, or 300 dpi, SVG or PDF, in several batches.",
    unsupported: "This machine cannot do that.",
    other: "Please try again; if it fails again, pass the details to whoever maintains the program.",
  },
};
