import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Capabilities } from "#bridge/desktop-bridge.ts";
import { useBridge } from "../data/machine.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

/** Version, shell, and where the data is. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const [able, setAble] = useState<Capabilities | null>(null);
  useEffect(() => {
    void bridge.capabilities().then((reply) => setAble(reply.ok ? reply.value : null));
  }, [bridge]);
  return (
    <Dialog
      title={t("about.title")}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t("about.close")}</Button>}
    >
      <p>{t("productLong")}</p>
      <dl className="facts">
        <dt>{t("about.version")}</dt>
        <dd>{able?.version}</dd>
        <dt>{t("about.shell")}</dt>
        <dd>{able === null ? null : t(`about.shells.${able.shell}`)}</dd>
        <dt>{t("about.data")}</dt>
        <dd>{t("about.dataText")}</dd>
      </dl>
    </Dialog>
  );
}
