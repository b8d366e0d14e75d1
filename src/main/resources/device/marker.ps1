if (-not (Test-Path -LiteralPath 'Function:\Get-AppMarker')) {
  function Get-AppMarker([string] $Path) {
    $key = Get-Item -LiteralPath ('Registry::' + $Path) -ErrorAction SilentlyContinue
    if ($key) { [string] $key.GetValue('Version') }
  }
}
if (-not (Test-Path -LiteralPath 'Function:\Set-AppMarker')) {
  function Set-AppMarker([string] $Path, [string] $Version) {
    $null = New-Item -Path ('Registry::' + $Path) -Force
    Set-ItemProperty -LiteralPath ('Registry::' + $Path) -Name 'Version' -Value $Version
  }
}
if (-not (Test-Path -LiteralPath 'Function:\Remove-AppMarker')) {
  function Remove-AppMarker([string] $Path) {
    Remove-Item -LiteralPath ('Registry::' + $Path) -Recurse -ErrorAction SilentlyContinue
  }
}
