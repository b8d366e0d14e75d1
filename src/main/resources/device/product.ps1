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
