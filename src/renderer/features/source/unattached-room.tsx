import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SourceDocument } from "#core/plan/plan.ts";
import { useAttaching } from "../../data/sources/use-sources.ts";
import { Button } from "../../ui/button.tsx";
import { DropZone } from "../../ui/drop-zone.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Room } from "../../ui/room.tsx";
import { useReaderKeys } from "./use-reader-keys.ts";

interface UnattachedRoomProps {
  readonly document: SourceDocument;
  readonly lead: ReactNode;
  readonly onBack: () => void;
}

/** What stands in place of a text that is not attached: how to attach it, and which text it must be. */
export function UnattachedRoom({ document, lead, onBack }: UnattachedRoomProps) {
  const { t } = useTranslation("source");
  const attaching = useAttaching();
  const nothing = () => undefined;
  useReaderKeys({
    back: onBack,
    leaveFind: () => false,
    find: nothing,
    stepFind: nothing,
    stepPlace: nothing,
  });
  const { file, sha256 } = document;
  return (
    <Room
      title={t("title")}
      lead={lead}
      actions={
        <Button icon="back" title={t("backKeys")} onClick={onBack}>
          {t("back")}
        </Button>
      }
    >
      <DropZone onFiles={(files) => void attaching.take(files)}>
        <div className="source-drop">
          <EmptyState
            text={t("empty")}
            actions={
              <Button variant="primary" icon="import" onClick={() => void attaching.choose()}>
                {t("attach")}
              </Button>
            }
          />
          <p className="muted small">{t("emptyDrop")}</p>
          <p className="muted small">{t("expected", { file, hash: sha256.slice(0, 8) })}</p>
        </div>
      </DropZone>
    </Room>
  );
}
