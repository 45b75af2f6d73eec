import { createContext, useContext } from "react";
import { TOKENS, type ThemeName, type Tokens } from "./theme.ts";

/** The theme in force, for what cannot read custom properties (charts, grid, antd). */
export const ThemeContext = createContext<ThemeName>("light");

/** The theme in force. */
export const useTheme = (): ThemeName => useContext(ThemeContext);

/** The colours of the theme in force. */
export const useTokens = (): Tokens => TOKENS[useTheme()];
