# fish completion for videotasks. Load it with: videotasks completion fish | source
function __videotasks_complete
    set -l line (commandline -cp)
    set -l candidates (videotasks "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
    if test (count $candidates) -gt 0
        printf '%s\n' $candidates
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c videotasks -f -a '(__videotasks_complete)'
