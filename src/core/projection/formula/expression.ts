import type { Span } from "./formula-error.ts";
import type { FormulaFunction } from "./formula-functions.ts";

/** Operators of two sides. */
export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "<" | "<=" | ">" | ">=" | "=" | "<>";

/**
 * A formula as a tree. A number is in its printed unit; a series is named as typed. `lag` and `year` stand only under the
 * functions that ask for them.
 */
export type Expression =
  | { readonly kind: "number"; readonly value: number; readonly unit: string | null; readonly span: Span }
  | { readonly kind: "series"; readonly name: string; readonly span: Span }
  | { readonly kind: "negate"; readonly operand: Expression; readonly span: Span }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  | {
      readonly kind: "call";
      readonly callee: FormulaFunction;
      readonly parts: readonly Expression[];
      readonly span: Span;
    };

/** Every node of a formula, outer before inner. */
export function nodesOf(root: Expression): readonly Expression[] {
  const found: Expression[] = [];
  const waiting: Expression[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    found.push(node);
    waiting.push(...partsOf(node));
  }
  return found;
}

/** The direct parts of a node. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "number":
    case "series":
      return [];
    case "negate":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "call":
      return node.parts;
  }
}
