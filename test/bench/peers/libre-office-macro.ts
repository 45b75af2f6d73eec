/** The macro that serves a benchmark inside LibreOffice: files in a folder ask, files there answer. */
export const MODULE = moduleXml(`
Sub Serve(folder As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim document As Object
  document = StarDesktop.loadComponentFromURL(ConvertToURL(folder & "/model.fods"), "_blank", 0, hidden())
  document.calculateAll()
  Answer(folder & "/ready", "")
  Dim asked As Long
  asked = 1
  Do While Not FileExists(folder & "/stop")
    If FileExists(folder & "/calculate-" & asked) Then
      Dim start As Long
      start = GetSystemTicks()
      document.calculateAll()
      Answer(folder & "/done-" & asked, CStr(GetSystemTicks() - start))
      asked = asked + 1
    ElseIf FileExists(folder & "/export-" & asked) Then
      Export(document, folder & "/values.csv")
      Answer(folder & "/done-" & asked, "")
      asked = asked + 1
    Else
      Wait 20
    End If
  Loop
  document.close(True)
  StarDesktop.terminate()
End Sub

Sub Export(document As Object, path As String)
  Dim options(1) As New com.sun.star.beans.PropertyValue
  options(0).Name = "FilterName"
  options(0).Value = "Text - txt - csv (StarCalc)"
  options(1).Name = "FilterOptions"
  options(1).Value = "44,34,76,1,,0,false,false"
  document.storeToURL(ConvertToURL(path), options())
End Sub

Sub Answer(path As String, text As String)
  Dim number As Integer
  number = FreeFile
  Open path & ".part" For Output As #number
  Print #number, text
  Close #number
  Name path & ".part" As path
End Sub
`);

/** The list of modules in the library of the profile. */
export const MODULE_LIST = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
  library:passwordprotected="false"><library:element library:name="Serve"/></library:library>
`;

function moduleXml(basic: string): string {
  const type = '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">';
  const escaped = basic.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  const open =
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Serve" script:language="StarBasic">';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${type}\n${open}${escaped}</script:module>\n`;
}
