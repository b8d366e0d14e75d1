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
