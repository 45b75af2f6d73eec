/**
 * A value with the unit it is printed in. `value` is in the base unit of that unit's dimension (2.3 亿元 is
 * 230000000 元; percent stays percent: 2.5 % is 2.5). `decimals` is the number of digits printed after the point,
 * `null` when unknown (the shortest exact form is shown then).
 */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly decimals: number | null;
}
