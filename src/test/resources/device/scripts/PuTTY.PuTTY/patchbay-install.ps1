$ErrorActionPreference = 'Stop'
$names = @('PuTTY release 0.81 (64-bit)')
$publishers = @('Simon Tatham')
$version = '0.81.0.0'
$keys = @()
$scope = 'machine'
$architectures = @('x64', '64-bit', '64bit', 'amd64', 'x86_64', 'win64')
$newVersion = '0.81.0.0'
$technology = 'wix'

# What Windows lists as installed: both registry views for the device, every loaded hive for users.
if (-not (Test-Path -LiteralPath 'Function:\Get-UninstallEntries')) {
  function Get-UninstallEntries([string] $Scope) {
    $places = @()
    if ($Scope -ne 'user') { $places += 'HKEY_LOCAL_MACHINE\SOFTWARE', 'HKEY_LOCAL_MACHINE\SOFTWARE\WOW6432Node' }
    if ($Scope -ne 'machine') {
      foreach ($user in Get-ChildItem -LiteralPath 'Registry::HKEY_USERS' -ErrorAction SilentlyContinue) {
        if ($user.Name -notlike '*\.DEFAULT' -and $user.Name -notlike '*_Classes') { $places += $user.Name + '\SOFTWARE' }
      }
    }
    foreach ($place in $places) {
      $uninstall = 'Registry::' + $place + '\Microsoft\Windows\CurrentVersion\Uninstall'
      foreach ($key in Get-ChildItem -LiteralPath $uninstall -ErrorAction SilentlyContinue) {
        try {
          [pscustomobject] @{
            Place = $place
            Key = $key.PSChildName
            DisplayName = [string] $key.GetValue('DisplayName')
            DisplayVersion = [string] $key.GetValue('DisplayVersion')
            Publisher = [string] $key.GetValue('Publisher')
            UninstallString = [string] $key.GetValue('UninstallString')
            QuietUninstallString = [string] $key.GetValue('QuietUninstallString')
            WindowsInstaller = $key.GetValue('WindowsInstaller') -eq 1
            SystemComponent = $key.GetValue('SystemComponent') -eq 1
          }
        } catch [IO.IOException] {
          continue # deleted meanwhile
        }
      }
    }
  }
}

# Publishers are compared without punctuation and legal form: "Zoom Communications, Inc." is "Zoom Communications".
$legalForms = '( (inc|incorporated|llc|ltd|limited|corp|corporation|co|company|plc|gmbh|ag|kg|sa|s a|sas|srl|s r l|sro|s r o|bv|b v|ab|as|a s|oy|pty))+$'

function Get-PlainPublisher([string] $Text) {
  ($Text.ToLowerInvariant() -replace '[^\p{L}\p{Nd}]+', ' ').Trim() -replace $legalForms, ''
}

# Whether a word of a name is a version: it has dots, or is how the entry's or the deployed version begins.
function Test-VersionWord([string] $Word, [string] $EntryVersion) {
  $bare = $Word -replace '^v(?=[0-9])', ''
  if ($bare -match '^[0-9]+(\.[0-9]+)+([.+_-]?[0-9a-z]+)*$') { return $true }
  if ($bare -notmatch '^[0-9]') { return $false }
  foreach ($whole in $version, $EntryVersion) {
    if (($whole + '.').StartsWith($bare + '.', [StringComparison]::OrdinalIgnoreCase)) { return $true }
  }
  return $false
}

# Whether what follows the name is nothing but a version, this architecture and its language.
function Test-NameRest([string] $Rest, [string] $EntryVersion) {
  $label = $false
  $number = $false
  $processor = $false
  foreach ($word in ($Rest -split '[\s(),]+')) {
    if ($word -eq '' -or $word -eq '-') { continue }
    if ($word -eq 'version' -or $word -eq 'release') { $label = $true }
    elseif ($architectures -contains $word) { $processor = $true }
    elseif (Test-VersionWord $word $EntryVersion) { $number = $true }
    elseif (-not $processor -or $word -cnotmatch '^([a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?|edition)$') { return $false }
  }
  return $number -or -not $label
}

# Whether an entry has a name and a publisher of the product. Parts of a bundle, which Windows hides, never do.
function Test-Product($Entry) {
  if ($Entry.SystemComponent -eq 1 -or -not $Entry.DisplayName) { return $false }
  $publisher = Get-PlainPublisher $Entry.Publisher
  if (-not $publisher -or @($publishers | ForEach-Object { Get-PlainPublisher $_ }) -notcontains $publisher) { return $false }
  $shown = $Entry.DisplayName.Trim()
  foreach ($name in $names) {
    if ($shown -eq $name) { return $true }
    if (-not $shown.StartsWith($name, [StringComparison]::OrdinalIgnoreCase)) { continue }
    $rest = $shown.Substring($name.Length)
    if ($rest -match '^[\s(,-]' -and (Test-NameRest $rest $Entry.DisplayVersion)) { return $true }
  }
  return $false
}

function Split-Version([string] $Text) {
  foreach ($part in ($Text.Trim().ToLowerInvariant() -replace '^[^0-9.]*(?=[0-9])', '').Split('.')) {
    $null = $part -match '^\s*([0-9]*)(.*)$'
    [pscustomobject] @{ Number = $Matches[1].TrimStart('0'); Text = $Matches[2].Trim() }
  }
}

# WinGet's order: part by part, first by number and then by text, where no text comes after any text (1.0-beta before 1.0).
function Compare-Version([string] $Left, [string] $Right) {
  $lefts = @(Split-Version $Left)
  $rights = @(Split-Version $Right)
  $none = [pscustomobject] @{ Number = ''; Text = '' }
  for ($i = 0; $i -lt [Math]::Max($lefts.Count, $rights.Count); $i++) {
    $one = if ($i -lt $lefts.Count) { $lefts[$i] } else { $none }
    $other = if ($i -lt $rights.Count) { $rights[$i] } else { $none }
    $order = $one.Number.Length - $other.Number.Length
    if ($order -eq 0) { $order = [string]::CompareOrdinal($one.Number, $other.Number) }
    if ($order -ne 0) { return $order }
    if ($one.Text -cne $other.Text) {
      if ($one.Text -eq '') { return 1 }
      if ($other.Text -eq '') { return -1 }
      return [string]::CompareOrdinal($one.Text, $other.Text)
    }
  }
  return 0
}

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

$ErrorActionPreference = 'Stop'
$file = 'msiexec'
$arguments = '/i "putty-64bit-0.81-installer.msi" /quiet /norestart'
$succeeded = @(0, 1641, 1707, 3010)

# Starts a program, waits for it, and gives the code it ends with.
if (-not (Test-Path -LiteralPath 'Function:\Start-Program')) {
  function Start-Program([string] $FilePath, [string] $Arguments) {
    $start = @{ FilePath = $FilePath; PassThru = $true; NoNewWindow = $true }
    if ($Arguments) { $start.ArgumentList = $Arguments }
    $process = Start-Process @start
    $null = $process.Handle
    $process.WaitForExit()
    $process.ExitCode
  }
}

# Starts a program of this folder, or else one that Windows finds.
function Start-Beside([string] $FilePath, [string] $Arguments) {
  $program = [Environment]::ExpandEnvironmentVariables($FilePath)
  if (-not [IO.Path]::IsPathRooted($program)) {
    $beside = Join-Path $PSScriptRoot $program
    if (Test-Path -LiteralPath $beside -PathType Leaf) { $program = $beside }
  }
  Start-Program -FilePath $program -Arguments ([Environment]::ExpandEnvironmentVariables($Arguments))
}

Set-Location -LiteralPath $PSScriptRoot
$before = Join-Path $PSScriptRoot 'pre-install.ps1'
$after = Join-Path $PSScriptRoot 'post-install.ps1'
$global:LASTEXITCODE = 0
if (Test-Path -LiteralPath $before) { & $before; if ($LASTEXITCODE) { exit $LASTEXITCODE } }
Remove-OlderVersion
$code = [int] (Start-Beside $file $arguments)
if ($succeeded -contains $code) {
  if (Test-Path -LiteralPath $after) { & $after }
}
exit $code
