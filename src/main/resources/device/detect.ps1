foreach ($entry in @(Get-UninstallEntries -Scope $scope)) {
  if ($keys.Count -gt 0) { $matching = $keys -contains $entry.Key } else { $matching = Test-Product $entry }
  if (-not $matching) { continue }
  $there = $entry.DisplayVersion
  if (-not $there -and $entry.DisplayName -match '[0-9]+(\.[0-9]+)+') { $there = $Matches[0] }
  if ($version -eq '' -or ($there -and (Compare-Version $there $version) -ge 0)) {
    Write-Output ('Installed: ' + $entry.DisplayName + ' ' + $there)
    exit 0
  }
}
exit 1
