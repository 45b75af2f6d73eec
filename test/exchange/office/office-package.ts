import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

/** An office file taken apart without any office library: its parts by name. */
export type OfficePackage = ReadonlyMap<string, Uint8Array>;

/** Opens the zip of an office file. */
export function openPackage(bytes: Uint8Array): OfficePackage {
  return new Map(Object.entries(unzipSync(bytes)));
}

/** The text of an XML part. */
export function partText(file: OfficePackage, name: string): string {
  const part = file.get(name);
  if (part === undefined) throw new Error(`There is no part ${name}`);
  return strFromU8(part);
}

/** An element with its attributes and what it holds. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** Reads a part strictly; throws where it is not well-formed. */
export function parseXml(text: string): XmlElement {
  type Open = XmlElement & { readonly children: XmlElement[]; text: string };
  const root: Open = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Open = { name, attributes: attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (piece) => {
    const top = open.at(-1);
    if (top !== undefined) top.text += piece;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  const [document] = root.children;
  if (document === undefined) throw new Error("The part has no element");
  return document;
}

/** All elements of a name below an element, in document order. */
export function elements(of: XmlElement, name: string): readonly XmlElement[] {
  return of.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elements(child, name)]);
}

/**
 * What is wrong with an office file as a package: parts that are not well-formed, have no content type, or are named by no relationship,
 * and relationships that lead nowhere or share an id. Empty for a sound one.
 */
export function packageFaults(file: OfficePackage): readonly string[] {
  const types = parseXml(partText(file, "[Content_Types].xml"));
  const defaults = new Set(elements(types, "Default").map((each) => each.attributes["Extension"]));
  const overrides = new Set(elements(types, "Override").map((each) => each.attributes["PartName"]));
  const faults: string[] = [];
  const reached = new Set<string>();
  for (const override of overrides) {
    if (!file.has((override ?? "").slice(1))) faults.push(`${override} has a content type and is not there`);
  }
  for (const [name, bytes] of file) {
    if (name.endsWith("/") || name === "[Content_Types].xml") continue;
    const extension = name.slice(name.lastIndexOf(".") + 1);
    if (!overrides.has(`/${name}`) && !defaults.has(extension)) faults.push(`${name} has no content type`);
    if (extension !== "xml" && extension !== "rels") continue;
    try {
      const root = parseXml(strFromU8(bytes));
      if (extension === "rels") faults.push(...relationFaults(file, name, root, reached));
    } catch (error) {
      faults.push(`${name}: ${String(error)}`);
    }
  }
  for (const name of file.keys()) {
    const own = name.endsWith("/") || name.endsWith(".rels") || name === "[Content_Types].xml";
    if (!own && !reached.has(name)) faults.push(`${name} is named by no relationship`);
  }
  return faults;
}

function relationFaults(
  file: OfficePackage,
  name: string,
  root: XmlElement,
  reached: Set<string>,
): readonly string[] {
  const base = name.replace(/_rels\/[^/]*$/u, "");
  const ids = new Set<string>();
  return elements(root, "Relationship").flatMap(({ attributes }) => {
    const { Id: id = "", Target: target = "", TargetMode: mode } = attributes;
    const twice = ids.has(id) ? [`${name} names ${id} twice`] : [];
    ids.add(id);
    if (mode === "External") return twice;
    const path = resolvePart(base, target);
    reached.add(path);
    return file.has(path) ? twice : [...twice, `${name} leads to ${path}, which is not there`];
  });
}

function resolvePart(base: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${base}${target}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** Places where the children of `parent` do not stand in the order that its schema demands; unknown children are faults too. */
export function orderFaults(root: XmlElement, parent: string, order: readonly string[]): readonly string[] {
  return elements(root, parent).flatMap(({ children }) => {
    const places = children.map((child) => order.indexOf(child.name));
    const unknown = children
      .filter((_, at) => places[at] === -1)
      .map((child) => `${parent} holds ${child.name}`);
    const turned = places.flatMap((place, at) =>
      at > 0 && place < (places[at - 1] ?? 0) ? [`${parent}: ${children[at]?.name} stands too late`] : [],
    );
    return [...unknown, ...turned];
  });
}
