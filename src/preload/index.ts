import { contextBridge } from "electron";

contextBridge.exposeInMainWorld("wunian", {});
