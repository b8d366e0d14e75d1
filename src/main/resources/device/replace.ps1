if (-not (Test-Path -LiteralPath 'Function:\Wait-Moment')) {
  function Wait-Moment { Start-Sleep -Seconds 5 }
}

# Uninstalls the older version that is installed, if there is exactly one and a silent way is known; what is not certain stays,
# and the installation decides. Ends the script with the uninstaller's code where the uninstaller fails.
function Remove-OlderVersion {
  $older = @(Get-UninstallEntries -Scope $scope | Where-Object {
    (Test-Product $_) -and $_.DisplayVersion -and (Compare-Version $_.DisplayVersion $newVersion) -lt 0
  })
  if ($older.Count -eq 0) { return }
  if ($older.Count -gt 1) {
    Write-Output ('Several older versions are listed, so none is uninstalled: ' + (($older | ForEach-Object { $_.DisplayName + ' ' + $_.Place + '\' + $_.Key }) -join '; '))
    return
  }
  $entry = $older[0]
  $command = Get-UninstallCommand $entry
  if (-not $command) {
    Write-Output ('No way to uninstall the older version silently is known: ' + $entry.DisplayName + ', ' + $entry.UninstallString)
    return
  }
  Write-Output ('Starting ' + $command.FilePath + ' ' + $command.Arguments)
  try { $ended = [int] (Start-Program -FilePath $command.FilePath -Arguments $command.Arguments) }
  catch {
    Write-Output ('The uninstaller of the older version cannot be started: ' + $_.Exception.Message)
    exit 69004
  }
  # After 1641 the device restarts by itself: the installation is tried again after that.
  if (@(0, 1605, 1614, 3010) -notcontains $ended) {
    Write-Output "The uninstaller of the older version ended with $ended."
    exit $ended
  }
  for ($i = 0; $ended -ne 3010; $i++) {
    $left = @(Get-UninstallEntries -Scope $scope | Where-Object { $_.Key -eq $entry.Key -and $_.Place -eq $entry.Place -and $_.DisplayVersion -eq $entry.DisplayVersion })
    if ($left.Count -eq 0) { break }
    if ($i -ge 60) {
      Write-Output "The uninstaller of the older version ended with $ended, but it is still installed."
      exit 69003
    }
    Wait-Moment
  }
}
