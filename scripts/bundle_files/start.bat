@echo off
chcp 65001 >nul
rem Installs zeren from the wheels beside this file (no network), then runs it: without arguments it serves.
setlocal
cd /d "%~dp0"
set PYTHONUTF8=1
set PIP_NO_INDEX=1
set PIP_DISABLE_PIP_VERSION_CHECK=1
if not defined ZEREN_STORE set ZEREN_STORE=ladybug://data
if exist ".venv\Scripts\zeren.exe" goto run
if not defined PYTHON set PYTHON=python
where py >nul 2>nul && set PYTHON=py -3
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" || goto nopython
echo 正在安装(只在第一次,不用网络)……
if exist .venv rmdir /s /q .venv
%PYTHON% -m venv .venv || goto failed
".venv\Scripts\python.exe" -m pip install --quiet --no-index --find-links wheels zeren || goto failed
:run
if "%~1"=="" (
  ".venv\Scripts\zeren.exe" serve
) else (
  ".venv\Scripts\zeren.exe" %*
)
if errorlevel 1 pause
exit /b
:nopython
echo 需要 Python 3.11 以上:安装后再试
pause
exit /b 1
:failed
echo 安装没有完成,请把上面的内容告知维护人员
pause
exit /b 1
