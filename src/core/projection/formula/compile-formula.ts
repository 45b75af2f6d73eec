import type { BinaryOperator, Expression } from "./expression.ts";
import { formulaUnit } from "./dimension.ts";
import type { FunctionId } from "./formula-functions.ts";
import { instruction, INSTRUCTION_SIZE, operationCode, type Operand, type Operation } from "./lane-code.ts";

/** What a formula needs to know of the model that it is compiled into. */
export interface CodeScope {
  /** Slot and printed unit of a series by the name that the formula uses. */
  readonly series: (name: string) => { readonly slot: number; readonly unit: string };
  /** Slot that holds a constant in all lanes. */
  readonly constant: (value: number) => number;
  /** Slot of the k-th temporary, from 0. */
  readonly temporary: (k: number) => number;
  /** Index of a calendar year among the model's years. */
  readonly yearIndex: (year: number) => number;
}

/** Where compiled code puts its result. */
export interface CodeTarget {
  readonly slot: number;
  /** Printed unit of the series that the formula defines. */
  readonly unit: string;
}

/** Bytecode of a formula: instructions one after the other, and the most years that it looks back. */
export interface FormulaCode {
  readonly code: Int32Array;
  readonly maxLag: number;
}

const DIVIDE = operationCode("divide");

const OPERATION_OF: Readonly<Record<BinaryOperator, Operation>> = {
  "+": "add",
  "-": "subtract",
  "*": "multiply",
  "/": "divide",
  "^": "power",
  "<": "less",
  "<=": "lessOrEqual",
  ">": "greater",
  ">=": "greaterOrEqual",
  "=": "equal",
  "<>": "notEqual",
};

/** Compiles a formula whose names and units have been checked. */
export function compileFormula(root: Expression, target: CodeTarget, scope: CodeScope): FormulaCode {
  const writer = new CodeWriter(scope);
  const factor = formulaUnit(target.unit).fromStored;
  if (factor === 1) {
    writer.into(root, target.slot, 0);
  } else {
    const inBase = writer.operand(root, 0);
    writer.emit("divide", target.slot, [inBase, writer.constant(factor)]);
  }
  return { code: Int32Array.from(writer.code), maxLag: writer.maxLag };
}

class CodeWriter {
  readonly code: number[] = [];
  maxLag = 0;
  readonly #scope: CodeScope;

  constructor(scope: CodeScope) {
    this.#scope = scope;
  }

  emit(operation: Operation, destination: number, operands: readonly Operand[]): void {
    for (const { lag } of operands) if (operation !== "at") this.maxLag = Math.max(this.maxLag, lag);
    if (operation === "multiply" && this.#joinQuotient(destination, operands)) return;
    this.code.push(...instruction(operation, destination, operands));
  }

  /** Makes one instruction of a quotient that was just put into a temporary and what it is multiplied by. */
  #joinQuotient(destination: number, [quotient, factor]: readonly Operand[]): boolean {
    const last = this.code.slice(-INSTRUCTION_SIZE);
    const [operation, slot, a = 0, lagOfA = 0, b = 0, lagOfB = 0] = last;
    if (operation !== DIVIDE || quotient === undefined || factor === undefined) return false;
    if (quotient.slot !== slot || quotient.lag !== 0 || factor.slot === slot) return false;
    const operands = [{ slot: a, lag: lagOfA }, { slot: b, lag: lagOfB }, factor];
    this.code.splice(-INSTRUCTION_SIZE, INSTRUCTION_SIZE, ...instruction("share", destination, operands));
    return true;
  }

  constant(value: number): Operand {
    return { slot: this.#scope.constant(value), lag: 0 };
  }

  /** Where the value of a node can be read; nodes that need computing go into the temporary `depth`. */
  operand(node: Expression, depth: number): Operand {
    if (node.kind === "number") return this.constant(baseValueOf(node.value, node.unit));
    const direct = node.kind === "series" ? this.#seriesAt(node.name, 0, depth) : this.#previous(node, depth);
    if (direct !== null) return direct;
    const slot = this.#scope.temporary(depth);
    this.into(node, slot, depth);
    return { slot, lag: 0 };
  }

  /** Writes the value of a node into a slot; temporaries from `depth` on are free. */
  into(node: Expression, slot: number, depth: number): void {
    switch (node.kind) {
      case "number":
      case "series":
        this.emit("copy", slot, [this.operand(node, depth)]);
        return;
      case "negate":
        this.emit("negate", slot, [this.operand(node.operand, depth)]);
        return;
      case "binary":
        this.emit(OPERATION_OF[node.operator], slot, this.#operands([node.left, node.right], depth));
        return;
      case "call":
        this.#call(node.callee.id, node.parts, slot, depth);
    }
  }

  #operands(nodes: readonly Expression[], depth: number): readonly Operand[] {
    return nodes.map((node, at) => this.operand(node, depth + at));
  }

  #call(id: FunctionId, parts: readonly Expression[], slot: number, depth: number): void {
    switch (id) {
      case "if":
        this.emit("choose", slot, this.#operands(parts, depth));
        return;
      case "min":
      case "max":
        this.#fold(id, parts, slot, depth);
        return;
      case "sum":
        this.#fold("add", parts, slot, depth);
        return;
      case "avg": {
        const sum = this.#scope.temporary(depth);
        this.#fold("add", parts, sum, depth);
        this.emit("divide", slot, [{ slot: sum, lag: 0 }, this.constant(parts.length)]);
        return;
      }
      case "round":
        this.emit("round", slot, [...this.#operands(parts, depth), this.constant(0)].slice(0, 2));
        return;
      case "abs":
      case "ln":
      case "exp":
        this.emit(id, slot, this.#operands(parts, depth));
        return;
      case "prev":
        this.emit("copy", slot, [this.#shifted(parts, depth)]);
        return;
      case "at":
        this.emit("at", slot, [this.#yearOf(parts, 1)]);
        this.#scale(parts[0], slot);
        return;
      case "cagr":
        this.#averageGrowth(parts, slot, depth);
    }
  }

  /** The first two by the operation, then each further one to what is there; the sum stands in a temporary meanwhile. */
  #fold(operation: Operation, parts: readonly Expression[], slot: number, depth: number): void {
    const [first, ...rest] = parts;
    if (first === undefined) return;
    let sum = this.operand(first, depth);
    if (rest.length === 0) {
      this.emit("copy", slot, [sum]);
      return;
    }
    const kept = this.#scope.temporary(depth);
    for (const [at, part] of rest.entries()) {
      const next = this.operand(part, depth + 1);
      const last = at === rest.length - 1;
      this.emit(operation, last ? slot : kept, [sum, next]);
      sum = { slot: kept, lag: 0 };
    }
  }

  /** (x_to / x_from)^(1/n) − 1 (水平法). */
  #averageGrowth(parts: readonly Expression[], slot: number, depth: number): void {
    const from = this.#scope.temporary(depth);
    const to = this.#scope.temporary(depth + 1);
    this.emit("at", from, [this.#yearOf(parts, 1)]);
    this.emit("at", to, [this.#yearOf(parts, 2)]);
    const years = numberOf(parts[2]) - numberOf(parts[1]);
    const ratio = { slot: to, lag: 0 };
    this.emit("divide", to, [ratio, { slot: from, lag: 0 }]);
    this.emit("power", to, [ratio, this.constant(1 / years)]);
    this.emit("subtract", slot, [ratio, this.constant(1)]);
  }

  #yearOf(parts: readonly Expression[], at: number): Operand {
    const slot = this.#seriesOf(parts[0]).slot;
    return { slot, lag: this.#scope.yearIndex(numberOf(parts[at])) };
  }

  #previous(node: Expression, depth: number): Operand | null {
    return node.kind === "call" && node.callee.id === "prev" ? this.#shifted(node.parts, depth) : null;
  }

  #shifted(parts: readonly Expression[], depth: number): Operand {
    const [series, lag] = parts;
    const years = lag === undefined ? 1 : numberOf(lag);
    return this.#seriesAt(series?.kind === "series" ? series.name : "", years, depth);
  }

  /** A series as an operand, in base units: a compound unit is stored as printed and is multiplied out first. */
  #seriesAt(name: string, lag: number, depth: number): Operand {
    const { slot, unit } = this.#scope.series(name);
    const factor = formulaUnit(unit).fromStored;
    if (factor === 1) return { slot, lag };
    const scaled = this.#scope.temporary(depth);
    this.emit("multiply", scaled, [{ slot, lag }, this.constant(factor)]);
    return { slot: scaled, lag: 0 };
  }

  #scale(series: Expression | undefined, slot: number): void {
    const factor = formulaUnit(this.#seriesOf(series).unit).fromStored;
    if (factor !== 1) this.emit("multiply", slot, [{ slot, lag: 0 }, this.constant(factor)]);
  }

  #seriesOf(node: Expression | undefined): { readonly slot: number; readonly unit: string } {
    return this.#scope.series(node?.kind === "series" ? node.name : "");
  }
}

/** A number of a formula in base units: 5亿元 is 500 000 000, 5% is 0.05. */
export function baseValueOf(value: number, unit: string | null): number {
  if (unit === null) return value;
  return unit === "%" ? value / 100 : value * formulaUnit(unit).factor;
}

/** The value of a node that has been checked to be a number. */
export function numberOf(node: Expression | undefined): number {
  return node?.kind === "number" ? node.value : Number.NaN;
}
