import type { Configuration } from "electron-builder";

/**
 * How the product is packed. Only the built program goes in: every package is bundled into `out/`, so that the
 * archive holds no node_modules. The second shell stays out, since its driver comes with the source tree only.
 */
const configuration: Configuration = {
  appId: "cn.wunian.workbench",
  productName: "五年",
  copyright: "五年",
  // File names in ASCII, since installers travel by old mail systems and USB sticks.
  artifactName: "wunian-${version}-${os}-${arch}.${ext}",
  directories: { output: "dist", buildResources: "resources" },
  files: ["out/{main,preload,renderer}/**", "!out/main/chromium.js", "package.json", "!**/node_modules/**"],
  asar: true,
  npmRebuild: false,
  // A Debian package must name a site; there is none, and this address can never become one.
  extraMetadata: { homepage: "https://wunian.invalid/" },
  // No update server: a new version arrives as a file.
  publish: null,
  electronLanguages: ["zh-CN", "en-US"],
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    // Flipping a fuse breaks the signature without which an Apple silicon Mac refuses to start a program.
    resetAdHocDarwinSignature: true,
  },
  win: { target: [{ target: "nsis", arch: ["x64", "arm64"] }], icon: "resources/icon.ico" },
  nsis: {
    // For the planner's own account, without an administrator; the data stays when the program goes.
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
    installerLanguages: ["zh_CN", "en_US"],
    differentialPackage: false,
    shortcutName: "五年",
  },
  mac: {
    target: [{ target: "dmg", arch: ["x64", "arm64"] }],
    icon: "resources/icon.icns",
    category: "public.app-category.productivity",
  },
  linux: {
    target: [
      { target: "AppImage", arch: ["x64", "arm64"] },
      { target: "deb", arch: ["x64", "arm64"] },
    ],
    icon: "resources/icon.png",
    executableName: "wunian",
    category: "Office",
    synopsis: "编制县区五年规划的离线工作台",
    maintainer: "wunian",
  },
};

export default configuration;
