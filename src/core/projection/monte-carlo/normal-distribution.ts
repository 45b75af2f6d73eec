/** √2 and 1/√π. */
const ROOT_2 = Math.SQRT2;
const INVERSE_ROOT_PI = 0.5641895835477563;

/** Coefficients of W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969). */
const NEAR = {
  top: [
    3.20937758913846947e3, 3.77485237685302021e2, 1.13864154151050156e2, 3.1611237438705656,
    1.85777706184603153e-1,
  ],
  bottom: [2.84423683343917062e3, 1.28261652607737228e3, 2.44024637934444173e2, 2.36012909523441209e1, 1],
} as const;
const MIDDLE = {
  top: [
    1.23033935479799725e3, 2.05107837782607147e3, 1.71204761263407058e3, 8.8195222124176909e2,
    2.98635138197400131e2, 6.61191906371416295e1, 8.88314979438837594, 5.64188496988670089e-1,
    2.15311535474403846e-8,
  ],
  bottom: [
    1.23033935480374942e3, 3.43936767414372164e3, 4.36261909014324716e3, 3.29079923573345963e3,
    1.62138957456669019e3, 5.37181101862009858e2, 1.17693950891312499e2, 1.57449261107098347e1, 1,
  ],
} as const;
const FAR = {
  top: [
    6.58749161529837803e-4, 1.60837851487422766e-2, 1.25781726111229246e-1, 3.60344899949804439e-1,
    3.05326634961232344e-1, 1.63153871373020978e-2,
  ],
  bottom: [
    2.33520497626869185e-3, 6.05183413124413191e-2, 5.27905102951428412e-1, 1.87295284992346725,
    2.56852019228982242, 1,
  ],
} as const;
const NEAR_END = 0.46875;
const MIDDLE_END = 4;

/** Φ(z), the share of the standard normal distribution below z, to about 16 digits; NaN gives NaN. */
export function normalShareBelow(z: number): number {
  const y = Math.abs(z) / ROOT_2;
  if (y <= NEAR_END) {
    const erf = (z / ROOT_2) * ratio(NEAR, y * y);
    return 0.5 + 0.5 * erf;
  }
  const beyond = 0.5 * complement(y);
  return z < 0 ? beyond : 1 - beyond;
}

/** erfc(y) for y above 0.46875. */
function complement(y: number): number {
  if (y <= MIDDLE_END) return Math.exp(-y * y) * ratio(MIDDLE, y);
  const inverse = 1 / (y * y);
  return (Math.exp(-y * y) / y) * (INVERSE_ROOT_PI - inverse * ratio(FAR, inverse));
}

function ratio(fraction: { readonly top: readonly number[]; readonly bottom: readonly number[] }, x: number) {
  return polynomial(fraction.top, x) / polynomial(fraction.bottom, x);
}

/** Coefficients from the constant up. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let k = coefficients.length - 1; k >= 0; k -= 1) sum = sum * x + (coefficients[k] ?? 0);
  return sum;
}
