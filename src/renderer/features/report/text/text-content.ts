import type { JSONContent } from "@tiptap/core";
import {
  type IndicatorReference,
  type NarrativeBlock,
  NARRATIVE_LEVELS,
  type NarrativeRun,
} from "#core/narrative/narrative.ts";
import { INDICATOR_ID, indicatorId, toYear } from "#core/plan/ids.ts";

/** Names of the editor's nodes and of its one mark. */
export const NODES = {
  doc: "doc",
  paragraph: "paragraph",
  heading: "heading",
  bullets: "bulletList",
  numbers: "orderedList",
  item: "listItem",
  text: "text",
  reference: "reference",
  strong: "bold",
} as const;

/** Blocks as the editor holds them; a section without any is an empty paragraph, to type into. */
export function toContent(blocks: readonly NarrativeBlock[]): JSONContent {
  const content = blocks.map(toNode);
  return { type: NODES.doc, content: content.length === 0 ? [{ type: NODES.paragraph }] : content };
}

function toNode(block: NarrativeBlock): JSONContent {
  switch (block.kind) {
    case "heading":
      return { type: NODES.heading, attrs: { level: block.level }, content: block.runs.map(toInline) };
    case "paragraph":
      return { type: NODES.paragraph, content: block.runs.map(toInline) };
    case "list":
      return {
        type: block.ordered ? NODES.numbers : NODES.bullets,
        content: block.items.map((runs) => ({
          type: NODES.item,
          content: [{ type: NODES.paragraph, content: runs.map(toInline) }],
        })),
      };
  }
}

function toInline(run: NarrativeRun): JSONContent {
  const marks = run.strong ? { marks: [{ type: NODES.strong }] } : {};
  if (run.kind === "words") return { type: NODES.text, text: run.text, ...marks };
  return { type: NODES.reference, attrs: { ...run.reference }, ...marks };
}

/** The blocks that the editor holds. */
export function fromContent({ content = [] }: JSONContent): readonly NarrativeBlock[] {
  return content.flatMap((node): NarrativeBlock[] => {
    switch (node.type) {
      case NODES.heading:
        return [{ kind: "heading", level: levelOf(node), runs: runsOf(node) }];
      case NODES.paragraph:
        return [{ kind: "paragraph", runs: runsOf(node) }];
      case NODES.bullets:
      case NODES.numbers: {
        const items = (node.content ?? []).flatMap((item) => (item.content ?? []).map(runsOf));
        return items.length === 0 ? [] : [{ kind: "list", ordered: node.type === NODES.numbers, items }];
      }
      default:
        return [];
    }
  });
}

function levelOf({ attrs }: JSONContent): (typeof NARRATIVE_LEVELS)[number] {
  return NARRATIVE_LEVELS.find((level) => level === attrs?.["level"]) ?? NARRATIVE_LEVELS[0];
}

function runsOf({ content = [] }: JSONContent): readonly NarrativeRun[] {
  return content.flatMap((node): NarrativeRun[] => {
    const strong = node.marks?.some(({ type }) => type === NODES.strong) ?? false;
    if (node.type === NODES.text) return [{ kind: "words", text: node.text ?? "", strong }];
    const reference = node.type === NODES.reference ? referenceOf(node.attrs ?? {}) : null;
    return reference === null ? [] : [{ kind: "reference", reference, strong }];
  });
}

/** The reference of a node's attributes; `null` where they name none. */
export function referenceOf(attributes: Readonly<Record<string, unknown>>): IndicatorReference | null {
  const { indicator, says, year: of } = attributes;
  if (typeof indicator !== "string" || !INDICATOR_ID.test(indicator)) return null;
  if (says !== "value" && says !== "target" && says !== "goal") return null;
  if (of === null || of === undefined) return { indicator: indicatorId(indicator), says, year: null };
  const known = typeof of === "number" ? toYear(of) : null;
  return known?.ok === true ? { indicator: indicatorId(indicator), says, year: known.value } : null;
}
