import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Concept } from "#core/plan/concept.ts";

/** The name of a concept in the reader's language. */
export function useConceptName(): (concept: Concept) => string {
  const { i18n } = useTranslation();
  const english = i18n.language === "en";
  return useCallback((concept) => (english ? concept.en : concept.zh), [english]);
}
