$ErrorActionPreference = 'Stop'
$file = 'Git-2.43.0-64-bit.exe'
$arguments = ('/x=''$(calc)'' ' + [char] 0x00E9 + ' `n')
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
$code = [int] (Start-Beside $file $arguments)
if ($succeeded -contains $code) {
  if (Test-Path -LiteralPath $after) { & $after }
}
exit $code
