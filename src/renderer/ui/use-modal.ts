import { type RefObject, useLayoutEffect, useRef } from "react";
import { watchForms } from "./unsent-forms.ts";

/** A dialog that stands over the page as long as it is mounted; the focus then goes back to where it was. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  // A layout effect: only while the dialog is still in the page does closing give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    element.showModal();
    const endWatch = watchForms(element);
    return () => {
      endWatch();
      element.close();
    };
  }, []);
  return dialog;
}
