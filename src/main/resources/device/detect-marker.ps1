$there = Get-AppMarker -Path $marker
if ($there -and (Compare-Version $there $version) -ge 0) {
  Write-Output "Installed: $there"
  exit 0
}
exit 1
