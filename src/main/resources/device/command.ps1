# The program of a command line and its arguments. A path with spaces and without quotes ends at its extension.
function Split-CommandLine([string] $Text) {
  $line = [Environment]::ExpandEnvironmentVariables($Text).Trim()
  if ($line -match '^"(?<file>[^"]+)"\s*(?<arguments>.*)$' -or
      $line -match '^(?<file>[^"]+?\.(exe|com|cmd|bat))(\s+(?<arguments>.*))?$' -or
      $line -match '^(?<file>[^\s\\/"]+)(\s+(?<arguments>.*))?$') {
    [pscustomobject] @{ FilePath = $Matches['file'].Trim(); Arguments = ([string] $Matches['arguments']).Trim() }
  }
}

function Add-Switches([string] $Arguments, [string[]] $Switches) {
  foreach ($one in $Switches) {
    if (($Arguments -split '\s+') -cnotcontains $one) { $Arguments = ($Arguments + ' ' + $one).Trim() }
  }
  return $Arguments
}

# What an uninstaller was made with: what its entry shows, otherwise what the manifest says of the installer.
function Get-Technology($Entry, $Command) {
  if ($Entry.Key -like '*_is1' -or $Command.FilePath -match '\\unins[0-9]{3}\.exe$') { return 'inno' }
  if ($Command.FilePath -match '\\Package Cache\\\{') { return 'burn' }
  if ($Command.FilePath -match '\\uninstall\\helper\.exe$|\\7-Zip\\Uninstall\.exe$') { return 'nullsoft' }
  if ($Command.FilePath -match '\\Installer\\setup\.exe$' -and $Command.Arguments -match '(^|\s)--uninstall(\s|$)') { return 'chromium' }
  return $technology
}

# The command that uninstalls without asking; nothing where no such command is known.
function Get-UninstallCommand($Entry) {
  $guid = '\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}'
  $msiexec = '^\s*"?([^"]*\\)?msiexec(\.exe)?["\s].*(?<code>' + $guid + ')'
  $code = $null
  if ($Entry.UninstallString -match $msiexec -or $Entry.QuietUninstallString -match $msiexec) { $code = $Matches['code'] }
  if ($Entry.Key -match ('^' + $guid + '$') -and ($code -or $Entry.WindowsInstaller -eq 1 -or $technology -eq 'msi' -or $technology -eq 'wix')) {
    $code = $Entry.Key
  }
  if ($code) { return [pscustomobject] @{ FilePath = 'msiexec.exe'; Arguments = "/X$code /qn /norestart" } }
  $command = Split-CommandLine $Entry.QuietUninstallString
  $quiet = [bool] $command
  if (-not $quiet) { $command = Split-CommandLine $Entry.UninstallString }
  if (-not $command) { return }
  switch (Get-Technology $Entry $command) {
    'inno' { $command.Arguments = Add-Switches $command.Arguments '/VERYSILENT', '/SUPPRESSMSGBOXES', '/NORESTART' }
    'burn' { $command.Arguments = Add-Switches $command.Arguments '/uninstall', '/quiet', '/norestart' }
    'nullsoft' { if (($command.Arguments -split '\s+') -cnotcontains '/S') { $command.Arguments = ('/S ' + $command.Arguments).Trim() } }
    'chromium' { $command.Arguments = Add-Switches $command.Arguments '--force-uninstall' }
    default { if (-not $quiet -and $command.Arguments -notmatch '(^|\s)(/S|/silent|/verysilent|/quiet|/qn|--?silent|--?quiet)(\s|$)') { return } }
  }
  return $command
}
