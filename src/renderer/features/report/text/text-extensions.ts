import { type Extensions, Node } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { Heading } from "@tiptap/extension-heading";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { Placeholder, UndoRedo } from "@tiptap/extensions";
import { type IndicatorReference, NARRATIVE_LEVELS } from "#core/narrative/narrative.ts";
import { NODES, referenceOf } from "./text-content.ts";

/** What the editor asks of its surroundings when it draws. */
interface TextWords {
  /** What a reference says now; `null` where it has lost what it spoke of. */
  readonly say: (reference: IndicatorReference) => string | null;
  readonly lost: string;
  readonly placeholder: string;
  /** Takes what draws a reference again, until it is told that the place is gone. */
  readonly drawn: Set<() => void>;
}

/** What a section can hold and nothing else: paragraphs, headings of three levels, lists of one level, bold, and references. */
export function textExtensions(words: TextWords): Extensions {
  return [
    Document,
    Paragraph,
    Text,
    Bold,
    Heading.configure({ levels: [...NARRATIVE_LEVELS] }),
    BulletList,
    OrderedList,
    ListItem.extend({ content: NODES.paragraph }),
    ListKeymap,
    UndoRedo,
    Placeholder.configure({ placeholder: words.placeholder }),
    referenceNode(words),
  ];
}

/** A place in a line that shows what the table says; it is moved and deleted like a letter. */
function referenceNode({ say, lost, drawn }: TextWords): Node {
  const textOf = (attributes: Readonly<Record<string, unknown>>) => {
    const reference = referenceOf(attributes);
    return reference === null ? null : say(reference);
  };
  return Node.create({
    name: NODES.reference,
    group: "inline",
    inline: true,
    atom: true,
    addAttributes: () => ({
      indicator: attribute("indicator"),
      says: attribute("says"),
      year: {
        ...attribute("year"),
        parseHTML: ({ dataset: { year } }: HTMLElement) => (year === undefined ? null : Number(year)),
      },
    }),
    parseHTML: () => [{ tag: "span[data-indicator]" }],
    renderHTML: ({ node, HTMLAttributes }) => ["span", HTMLAttributes, textOf(node.attrs) ?? lost],
    renderText: ({ node }) => textOf(node.attrs) ?? lost,
    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement("span");
        const draw = () => {
          const text = textOf(node.attrs);
          dom.className = text === null ? "text-reference lost" : "text-reference";
          dom.textContent = text ?? lost;
        };
        draw();
        drawn.add(draw);
        return { dom, ignoreMutation: () => true, destroy: () => drawn.delete(draw) };
      },
  });
}

const attribute = (name: string) => ({
  default: null,
  parseHTML: (element: HTMLElement) => element.dataset[name] ?? null,
  renderHTML: (attributes: Readonly<Record<string, unknown>>) =>
    attributes[name] === null ? {} : { [`data-${name}`]: attributes[name] },
});
