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
      indicator: { default: null, rendered: false },
      says: { default: null, rendered: false },
      year: { default: null, rendered: false },
    }),
    parseHTML: () => [{ tag: `span[${MARK}]`, getAttrs: (element) => markedReference(element) ?? false }],
    renderHTML: ({ node }) => ["span", { [MARK]: JSON.stringify(node.attrs) }, textOf(node.attrs) ?? lost],
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

/** The attribute by which the clipboard carries a reference from one section to another. */
const MARK = "data-wunian-reference";

/** The reference that copied text carries; `null` for what is none. */
function markedReference(element: HTMLElement): IndicatorReference | null {
  try {
    const read: unknown = JSON.parse(element.getAttribute(MARK) ?? "null");
    return typeof read === "object" && read !== null ? referenceOf({ ...read }) : null;
  } catch {
    return null;
  }
}
