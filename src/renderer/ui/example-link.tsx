import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { Button } from "./button.tsx";
import { paths } from "./paths.ts";

/** Opens the worked example of a bundled plan in its scenario room. */
export function ExampleLink({ plan }: { readonly plan: string }) {
  const { t } = useTranslation("examples");
  const [, go] = useLocation();
  return (
    <Button icon="scenario" onClick={() => go(paths.example(plan))}>
      {t("open")}
    </Button>
  );
}
