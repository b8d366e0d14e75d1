if (-not (Test-Path -LiteralPath 'Function:\Wait-Moment')) {
  function Wait-Moment { Start-Sleep -Seconds 5 }
}

$entries = @(Get-UninstallEntries -Scope $scope)
$named = @($entries | Where-Object { Test-Product $_ })
$found = @($entries | Where-Object { $keys -contains $_.Key })
if ($found.Count -eq 0 -and ($keyAges -or $keys.Count -eq 0)) { $found = $named }
if ($found.Count -gt 1) {
  Write-Output ('Several entries match, so none is uninstalled: ' + (($found | ForEach-Object { $_.DisplayName + ' ' + $_.Place + '\' + $_.Key }) -join '; '))
  exit 69001
}
if ($found.Count -eq 0) {
  if ($named.Count -gt 0) {
    Write-Output ('Not uninstalled: it is listed under another key, ' + $named[0].Key + '.')
    exit 69003
  }
  Write-Output 'It is not installed.'
  #marker
  exit 0
}

$entry = $found[0]
$command = Get-UninstallCommand $entry
if (-not $command) {
  Write-Output ('No way to uninstall it silently is known: ' + $entry.DisplayName + ', ' + $entry.UninstallString)
  exit 69002
}
Write-Output ('Starting ' + $command.FilePath + ' ' + $command.Arguments)
try { $code = [int] (Start-Program -FilePath $command.FilePath -Arguments $command.Arguments) }
catch {
  Write-Output ('Its uninstaller cannot be started: ' + $_.Exception.Message)
  exit 69004
}
if (@(0, 1605, 1614, 1641, 3010) -notcontains $code) {
  Write-Output "Its uninstaller ended with $code."
  exit $code
}
# Some uninstallers go on after their process has ended. A restart may have to finish it where 1641 or 3010 says so.
for ($i = 0; $code -ne 1641 -and $code -ne 3010; $i++) {
  $left = @(Get-UninstallEntries -Scope $scope | Where-Object { $_.Key -eq $entry.Key -and $_.Place -eq $entry.Place })
  if ($left.Count -eq 0) { break }
  if ($i -ge 60) {
    Write-Output "Its uninstaller ended with $code, but it is still installed."
    exit 69003
  }
  Wait-Moment
}
Write-Output 'It was uninstalled.'
#marker
if ($code -eq 1641 -or $code -eq 3010) { exit $code }
exit 0
