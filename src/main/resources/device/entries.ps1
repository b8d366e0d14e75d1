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
