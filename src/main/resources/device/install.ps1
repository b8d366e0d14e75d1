Set-Location -LiteralPath $PSScriptRoot
$before = Join-Path $PSScriptRoot 'pre-install.ps1'
$after = Join-Path $PSScriptRoot 'post-install.ps1'
$global:LASTEXITCODE = 0
if (Test-Path -LiteralPath $before) { & $before; if ($LASTEXITCODE) { exit $LASTEXITCODE } }
#replace
$code = [int] (Start-Beside $file $arguments)
if ($succeeded -contains $code) {
  if (Test-Path -LiteralPath $after) { & $after }
  #marker
}
exit $code
