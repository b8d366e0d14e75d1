$ErrorActionPreference = 'Stop'
$names = @('Adobe Acrobat DC (64-bit)')
$publishers = @('Adobe')
$version = '24.002.20857'
$keys = @('{AC76BA86-1033-FF00-7760-BC15014EA700}')
$scope = 'machine'
$architectures = @('x64', '64-bit', '64bit', 'amd64', 'x86_64', 'win64')

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
