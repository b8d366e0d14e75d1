# Starts a program of this folder, or else one that Windows finds.
function Start-Beside([string] $FilePath, [string] $Arguments) {
  $program = [Environment]::ExpandEnvironmentVariables($FilePath)
  if (-not [IO.Path]::IsPathRooted($program)) {
    $beside = Join-Path $PSScriptRoot $program
    if (Test-Path -LiteralPath $beside -PathType Leaf) { $program = $beside }
  }
  Start-Program -FilePath $program -Arguments ([Environment]::ExpandEnvironmentVariables($Arguments))
}
