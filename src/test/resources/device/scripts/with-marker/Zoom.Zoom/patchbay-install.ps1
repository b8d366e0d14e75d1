$ErrorActionPreference = 'Stop'
$file = 'msiexec'
$arguments = '/i "ZoomInstallerFull.msi" /quiet /norestart'
$succeeded = @(0, 1641, 1707, 3010)
$marker = 'HKEY_LOCAL_MACHINE\SOFTWARE\Patchbay\Applications\Zoom.Zoom'
$version = '5.17.11.34827'

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

Set-Location -LiteralPath $PSScriptRoot
$before = Join-Path $PSScriptRoot 'pre-install.ps1'
$after = Join-Path $PSScriptRoot 'post-install.ps1'
$global:LASTEXITCODE = 0
if (Test-Path -LiteralPath $before) { & $before; if ($LASTEXITCODE) { exit $LASTEXITCODE } }
$code = [int] (Start-Beside $file $arguments)
if ($succeeded -contains $code) {
  if (Test-Path -LiteralPath $after) { & $after }
  Set-AppMarker -Path $marker -Version $version
}
exit $code
