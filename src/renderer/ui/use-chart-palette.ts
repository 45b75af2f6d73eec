import { useMemo } from "react";
import type { ChartPalette } from "#exchange/chart/chart-palette.ts";
import { useTokens } from "./theme-context.tsx";

/** The colours of charts in the theme in force. */
export function useChartPalette(): ChartPalette {
  const tokens = useTokens();
  return useMemo(() => {
    const { surface, projected, line, text1, text2, text3, c1, c2, c3, c4 } = tokens;
    return { surface, projected, line, text1, text2, text3, lines: { 1: c1, 2: c2, 3: c3, 4: c4 } };
  }, [tokens]);
}
