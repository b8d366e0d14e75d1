Set-Location -LiteralPath $PSScriptRoot
try { $code = [int] (Start-Beside $file $arguments) }
catch {
  Write-Output ('The uninstall command cannot be started: ' + $_.Exception.Message)
  exit 69004
}
if ($succeeded -notcontains $code) {
  Write-Output "The uninstall command ended with $code."
  exit $code
}
#marker
if ($code -eq 1641 -or $code -eq 3010) { exit $code }
exit 0
