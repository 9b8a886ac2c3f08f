"""The colors that ScreenTests expect where what is in front can't be read on what is behind it.

Contrast by WCAG 2.1, mixtures in OKLab (B. Ottosson 2020), entries of the 256-color palette by the weighted distance that
Color+Nearest documents: the first of 24 steps towards white or black that reaches 4.5 to 1.
"""

def lin(c): return c/12.92 if c<=.04045 else ((c+.055)/1.055)**2.4
def cod(c): return 12.92*c if c<=.0031308 else 1.055*c**(1/2.4)-.055
def rgb(h): return [lin((h>>s&255)/255) for s in (16,8,0)]
def L(h):
    r,g,b=rgb(h); return .2126*r+.7152*g+.0722*b
def con(a,b):
    x,y=sorted((L(a),L(b))); return (y+.05)/(x+.05)
def lab(h):
    r,g,b=rgb(h)
    l,m,s=[max(0,x)**(1/3) for x in (.4122214708*r+.5363325363*g+.0514459929*b,.2119034982*r+.6806995451*g+.1073969566*b,.0883024619*r+.2817188376*g+.6299787005*b)]
    return (.2104542553*l+.7936177850*m-.0040720468*s,1.9779984951*l-2.4285922050*m+.4505937099*s,.0259040371*l+.7827717662*m-.8086757660*s)
def unlab(a):
    l=a[0]+.3963377774*a[1]+.2158037573*a[2];m=a[0]-.1055613458*a[1]-.0638541728*a[2];s=a[0]-.0894841775*a[1]-1.2914855480*a[2]
    l,m,s=l**3,m**3,s**3
    c=(4.0767416621*l-3.3077115913*m+.2309699292*s,-1.2684380046*l+2.6097574011*m-.3413193965*s,-.0041960863*l-.7034186147*m+1.7076147010*s)
    v=0
    for x in c: v=v<<8|int(min(1,max(0,cod(max(0,x))))*255+.5)
    return v
lev=[0,95,135,175,215,255]
def hx(i):
    if i>=232: return (8+10*(i-232))*0x010101
    e=i-16; return lev[e//36]<<16|lev[e//6%6]<<8|lev[e%6]
def d(a,b):
    A=[(a>>s&255) for s in(16,8,0)];B=[(b>>s&255) for s in(16,8,0)]
    m=(A[0]+B[0])//2; r,g,bl=[x-y for x,y in zip(A,B)]
    return (512+m)*r*r+1024*g*g+(767-m)*bl*bl
def near(h): return min(range(16,256),key=lambda i:d(h,hx(i)))
def find(c,b,idx=False):
    sh=(lambda h:hx(near(h))) if idx else (lambda h:h)
    if con(sh(c),b)>=4.5: return c
    end=0 if con(0,b)>con(0xffffff,b) else 0xffffff
    base=sh(c)
    for p in range(1,24):
        A,E=lab(base),lab(end); m=unlab([x+(y-x)*p/24 for x,y in zip(A,E)])
        if con(sh(m),b)>=4.5: return m
    return end
x=find(0x0072B2,0); print('direct blue',[x>>s&255 for s in(16,8,0)],con(x,0))
x=find(0xD55E00,0x0072B2); print('direct verm',[x>>s&255 for s in(16,8,0)],con(x,0x0072B2))
x=find(hx(25),0,True); print('idx blue',near(x),con(hx(near(x)),0))
x=find(hx(166),hx(25),True); print('idx verm',near(x),con(hx(near(x)),hx(25)))
