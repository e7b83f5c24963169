@echo off
rem Runs Maven with a JDK that is new enough, wherever it lies on this machine. See docs\decisions\own-mvnw.md.
setlocal EnableDelayedExpansion
set "REQUIRED=21"
set "ROOT=%~dp0"

set "FOUND="
if defined JAVA_HOME call :look "%JAVA_HOME%"
if not defined FOUND for /f "delims=" %%j in ('where javac 2^>nul') do if not defined FOUND call :look "%%~dpj.."
if not defined FOUND for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%USERPROFILE%\.jdks" "%USERPROFILE%\.sdkman\candidates\java") do (
    if exist "%%~r" for /f "delims=" %%d in ('dir /b /ad /o-n "%%~r" 2^>nul') do if not defined FOUND call :look "%%~r\%%d"
)
if not defined FOUND (
    echo Rongtong needs a JDK %REQUIRED% or newer and found none: install one ^(https://adoptium.net^) or set JAVA_HOME to its folder. 1>&2
    exit /b 1
)
set "JAVA_HOME=%FOUND%"

set "MAVEN="
for /f "delims=" %%m in ('where mvn.cmd 2^>nul') do if not defined MAVEN set "MAVEN=%%m"
if not defined MAVEN (
    for /f "usebackq eol=# tokens=1,* delims==" %%a in ("%ROOT%.mvn\wrapper\maven-wrapper.properties") do set "%%a=%%b"
    set "KEPT=%USERPROFILE%\.m2\wrapper"
    set "MAVEN=!KEPT!\apache-maven-!mavenVersion!\bin\mvn.cmd"
    if not exist "!MAVEN!" (
        echo Fetching Apache Maven !mavenVersion!, once, into !KEPT! 1>&2
        powershell -NoProfile -Command "$ErrorActionPreference='Stop'; $ProgressPreference='SilentlyContinue'; New-Item -ItemType Directory -Force '!KEPT!' | Out-Null; $f='!KEPT!\maven.tar.gz'; Invoke-WebRequest -UseBasicParsing '!distributionUrl!' -OutFile $f; if ((Get-FileHash $f -Algorithm SHA512).Hash -ne '!distributionSha512!') { Remove-Item $f; throw 'SHA-512 differs' }; tar -xzf $f -C '!KEPT!'; Remove-Item $f"
        if not exist "!MAVEN!" (
            echo Apache Maven !mavenVersion! could not be fetched: check the network, or install Maven 3.6.3 or newer. 1>&2
            exit /b 1
        )
    )
)
call "%MAVEN%" %*
exit /b %ERRORLEVEL%

:look
if not exist "%~1\bin\javac.exe" exit /b 0
for /f "tokens=2 delims= " %%v in ('""%~1\bin\javac.exe" -version 2^>^&1"') do set "VERSION=%%v"
for /f "tokens=1 delims=." %%f in ("%VERSION%") do if %%f GEQ %REQUIRED% for %%h in ("%~1\.") do set "FOUND=%%~fh"
exit /b 0
